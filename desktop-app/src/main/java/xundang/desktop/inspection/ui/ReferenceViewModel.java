package xundang.desktop.inspection.ui;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import xundang.desktop.asset.AssetSummary;

/** Finds the object that a reference names by its label, its number, or words of its name and place. Interface's thread. */
final class ReferenceViewModel {
    /** As many as can be looked over at a glance. */
    private static final int SHOWN = 8;

    private final FormViewModel form;
    private final RowViewModel row;
    private final ReadOnlyObjectWrapper<List<AssetSummary>> found = new ReadOnlyObjectWrapper<>(List.of());
    private final IntegerProperty marked = new SimpleIntegerProperty(0);
    private int searches;
    private boolean answered;
    private boolean choosing;

    ReferenceViewModel(FormViewModel form, RowViewModel row) {
        this.form = form;
        this.row = row;
        row.textProperty().subscribe(ignored -> search());
    }

    /** Objects that match what is typed; none while the field says what the row holds. */
    ReadOnlyObjectProperty<List<AssetSummary>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** Place in the list that Enter would choose. */
    ReadOnlyIntegerProperty markedProperty() {
        return marked;
    }

    private void search() {
        int mine = ++searches;
        choosing = false;
        answered = false;
        show(List.of());
        if (!row.isFieldDirty() || row.textProperty().get().isBlank()) {
            return;
        }
        form.findAssets(row.textProperty().get(), all -> {
            if (mine == searches) {
                answered = true;
                show(all.stream().limit(SHOWN).toList());
                if (choosing) {
                    choose();
                }
            }
        });
    }

    private void show(List<AssetSummary> all) {
        marked.set(0);
        found.set(all);
    }

    /** Moves the mark; false if there is no list to move in. */
    boolean mark(int step) {
        int count = found.get().size();
        if (count == 0) {
            return false;
        }
        marked.set(Math.floorMod(marked.get() + step, count));
        return true;
    }

    /** Enter: takes the marked object and goes on; a scan is faster than the search, which then chooses when it is done. */
    void enter() {
        if (!row.isFieldDirty() || row.textProperty().get().isBlank()) {
            form.next();
            return;
        }
        if (answered) {
            choose();
        } else {
            choosing = true;
        }
    }

    private void choose() {
        choosing = false;
        if (found.get().isEmpty()) {
            row.reject(RowErrors.notFound());
            return;
        }
        choose(found.get().get(marked.get()));
        form.next();
    }

    /** Takes an object of the list. */
    void choose(AssetSummary asset) {
        form.refer(row, asset);
        show(List.of());
    }
}
