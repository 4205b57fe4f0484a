package xundang.desktop.asset.ui;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.asset.Ledger;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.tasks.BackgroundTasks;

/** Search as you type over the ledger. Answers that were overtaken by a newer question are dropped. Interface's thread. */
public final class AssetListViewModel {
    private static final int LIMIT = 10_000;

    private final Ledger ledger;
    private final BackgroundTasks tasks;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<AssetSummary> found = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<@Nullable PersonError> error = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Ledger.Counts> counts = new ReadOnlyObjectWrapper<>(new Ledger.Counts(0, 0));
    private long question;

    /** What one question brought. */
    private record Answer(List<AssetSummary> assets, Ledger.Counts counts) {}

    public AssetListViewModel(Ledger ledger, BackgroundTasks tasks) {
        this.ledger = ledger;
        this.tasks = tasks;
        query.subscribe((before, after) -> search());
    }

    /** Asks again with the present words. */
    public void search() {
        long mine = ++question;
        String words = query.get();
        tasks.store(
                () -> new Answer(ledger.search(words, LIMIT), ledger.counts()),
                answer -> {
                    if (mine == question) {
                        show(answer);
                    }
                },
                fault -> {
                    loading.set(false);
                    error.set(Faults.onReading(fault));
                });
    }

    private void show(Answer answer) {
        loading.set(false);
        error.set(null);
        counts.set(answer.counts());
        if (!answer.assets().equals(found)) {
            found.setAll(answer.assets());
        }
    }

    /** What is being searched for. */
    public StringProperty queryProperty() {
        return query;
    }

    public ObservableList<AssetSummary> found() {
        return found;
    }

    /** True until the first answer. */
    public ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable PersonError> errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** All assets of this laptop, samples apart. */
    public ReadOnlyObjectProperty<Ledger.Counts> countsProperty() {
        return counts.getReadOnlyProperty();
    }
}
