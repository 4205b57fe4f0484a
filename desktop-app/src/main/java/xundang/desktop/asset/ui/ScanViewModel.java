package xundang.desktop.asset.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import xundang.desktop.asset.Ledger;
import xundang.desktop.asset.TagResolution;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.desktop.tag.TagReader;
import xundang.model.asset.AssetId;

/**
 * Scan: a typed or scanned text, or a picture of a tag. Pictures are read beside the store, which must not wait for a share
 * that does not answer; only the newest question is answered. Interface's thread.
 */
public final class ScanViewModel {
    private final Ledger ledger;
    private final TagReader reader;
    private final BackgroundTasks tasks;
    private final Consumer<AssetId> openDossier;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable TagResolution> answer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PersonError> error = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private int asked;

    public ScanViewModel(Ledger ledger, TagReader reader, BackgroundTasks tasks, Consumer<AssetId> openDossier) {
        this.ledger = ledger;
        this.reader = reader;
        this.tasks = tasks;
        this.openDossier = openDossier;
    }

    /** What is typed, or arrives from a scanner that types. */
    public StringProperty textProperty() {
        return text;
    }

    /** What the text turned out to be, unless it was exactly one asset, which opens at once. */
    public ReadOnlyObjectProperty<@Nullable TagResolution> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable PersonError> errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** True while a picture is being read. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Enter: resolves what is in the field. */
    public void submit() {
        String scanned = text.get().strip();
        if (scanned.isEmpty()) {
            return;
        }
        resolve(List.of(scanned));
    }

    /** Finds the tags in a picture file and resolves them; of several objects the person chooses. The file is only read. */
    public void readPicture(Path file) {
        decode(() -> reader.read(file));
    }

    /** The same for a picture from the clipboard. */
    public void readPicture(BufferedImage picture) {
        decode(() -> reader.read(picture));
    }

    private void decode(Callable<List<String>> decoding) {
        clearAnswer();
        busy.set(true);
        int question = asked;
        tasks.files(
                decoding,
                found -> {
                    if (question != asked) {
                        return;
                    }
                    busy.set(false);
                    if (found.isEmpty()) {
                        error.set(PersonError.of("E-SCAN-102", "asset.error.noTagInPicture"));
                    } else {
                        resolve(found);
                    }
                },
                fault -> {
                    if (question != asked) {
                        return;
                    }
                    busy.set(false);
                    error.set(
                            fault instanceof IOException
                                    ? PersonError.of("E-SCAN-101", "asset.error.notAPicture")
                                    : Faults.onReading(fault));
                });
    }

    private void resolve(List<String> codes) {
        clearAnswer();
        tasks.store(() -> ledger.resolve(codes), this::show, fault -> error.set(Faults.onReading(fault)));
    }

    private void show(TagResolution resolution) {
        if (resolution instanceof TagResolution.Found found) {
            text.set("");
            openDossier.accept(found.id());
        } else {
            answer.set(resolution);
        }
    }

    /** The person chose one of several. */
    public void choose(AssetId id) {
        text.set("");
        clearAnswer();
        openDossier.accept(id);
    }

    /** Takes the last answer away, and gives up a picture that is still being read. */
    public void clearAnswer() {
        asked++;
        busy.set(false);
        answer.set(null);
        error.set(null);
    }
}
