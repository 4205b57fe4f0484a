package xundang.desktop.sync.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.ErrorPanel;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.sync.LocalCopies.Clearable;
import xundang.desktop.sync.UnsentWork.Unsent;
import xundang.desktop.sync.ui.StorageViewModel.Done;
import xundang.desktop.sync.ui.StorageViewModel.Standing;

/** 本机存储: clearing what the server holds, and carrying away what it does not. */
final class StorageSection implements SectionView {
    private static final String ENDING = ".xdwork";

    private final StorageViewModel model;
    private final UiTexts texts;
    private final Label clearable = Parts.wrapped("", "figures");
    private final Label unsent = Parts.wrapped("", "figures");
    private final Label done = Parts.wrapped("", "good");
    private final Button clear;
    private final FileProgress progress;
    private final ScrollPane node;
    private final Subscription listening;

    /** @param removal asks whether this laptop's copy of the ledger shall be removed */
    StorageSection(StorageViewModel model, UiTexts texts, Runnable removal) {
        this.model = model;
        this.texts = texts;
        clear = Parts.button("storage-clear", texts.get("sync.storage.clear"), MaterialDesignB.BROOM, model::clear);
        ErrorPanel error = new ErrorPanel(texts);
        progress = new FileProgress(model, texts);
        VBox content = Parts.column(
                12,
                error,
                progress,
                done,
                Parts.card(
                        12,
                        Parts.label(texts.get("sync.storage.copies"), "strong"),
                        clearable,
                        Parts.row(12, clear),
                        Parts.wrapped(texts.get("sync.storage.copiesNote"), "caption")),
                Parts.card(
                        12,
                        Parts.label(texts.get("sync.storage.unsent"), "strong"),
                        unsent,
                        file("export", MaterialDesignE.EXPORT, true, model::export),
                        Parts.wrapped(texts.get("sync.storage.exportNote"), "caption")),
                Parts.card(
                        12,
                        Parts.label(texts.get("sync.storage.import"), "strong"),
                        file("import", MaterialDesignI.IMPORT, false, model::importFrom),
                        Parts.wrapped(texts.get("sync.storage.importNote"), "caption")),
                Parts.card(
                        12,
                        Parts.label(texts.get("sync.storage.remove"), "strong"),
                        Parts.wrapped(texts.get("sync.storage.removeNote"), "caption"),
                        Parts.row(
                                12,
                                Parts.button(
                                        "storage-remove",
                                        texts.get("sync.storage.removeOpen"),
                                        MaterialDesignL.LAPTOP_OFF,
                                        removal))));
        node = new ScrollPane(content);
        node.setFitToWidth(true);
        node.setId("sync-storage");
        listening = Subscription.combine(
                model.errorProperty().subscribe(error::show),
                model.standingProperty().subscribe(this::show),
                model.doneProperty().subscribe(this::say));
    }

    /** A file, a passphrase, and the button; Enter in the passphrase does it. */
    private HBox file(String name, Ikon icon, boolean writes, BiConsumer<String, char[]> act) {
        TextField path = new TextField();
        path.setId("storage-" + name + "-file");
        path.setPromptText(texts.get("sync.storage.file"));
        path.setMinWidth(0);
        HBox.setHgrow(path, Priority.ALWAYS);
        if (writes) {
            String day = texts.times().today(texts.clock().instant()).toString();
            path.setText(Path.of(System.getProperty("user.home"), "xundang-" + day + ENDING)
                    .toString());
        }
        PasswordField passphrase = new PasswordField();
        passphrase.setId("storage-" + name + "-passphrase");
        passphrase.setPromptText(texts.get("sync.storage.passphrase", StorageViewModel.SHORTEST_PASSPHRASE));
        passphrase.setMinWidth(280);
        Runnable go = () -> {
            char[] typed = passphrase.getText().toCharArray();
            passphrase.clear();
            act.accept(path.getText(), typed);
        };
        passphrase.setOnAction(ignored -> go.run());
        Button choose = Parts.quietButton(
                "storage-" + name + "-choose",
                texts.get("sync.storage.choose"),
                MaterialDesignF.FOLDER_OPEN_OUTLINE,
                () -> choose(path, writes));
        Button button = Parts.button("storage-" + name, texts.get("sync.storage.do." + name), icon, go);
        button.disableProperty().bind(model.busyProperty());
        return Parts.row(12, path, choose, passphrase, button);
    }

    private void choose(TextField path, boolean writes) {
        FileChooser dialog = new FileChooser();
        dialog.getExtensionFilters().add(new FileChooser.ExtensionFilter(texts.get("sync.storage.kind"), "*" + ENDING));
        var window = path.getScene().getWindow();
        File chosen = writes ? dialog.showSaveDialog(window) : dialog.showOpenDialog(window);
        if (chosen != null) {
            path.setText(chosen.toString());
        }
    }

    private void show(@Nullable Standing standing) {
        if (standing == null) {
            return;
        }
        Clearable copies = standing.clearable();
        String can = texts.get("sync.storage.clearable", copies.pictures(), Sizes.of(copies.bytes()));
        clearable.setText(
                copies.waiting() == 0 ? can : can + " " + texts.get("sync.storage.waiting", copies.waiting()));
        clear.setDisable(copies.pictures() == 0);
        unsent.setText(
                standing.unsent().isEmpty() ? texts.get("sync.storage.nothingUnsent") : words(standing.unsent()));
    }

    private String words(Unsent what) {
        return texts.get("sync.storage.parts", what.ops(), what.drafts(), what.photos(), Sizes.of(what.photoBytes()));
    }

    private void say(@Nullable Done what) {
        Parts.shown(done, what != null);
        if (what == null) {
            return;
        }
        done.setText(
                switch (what) {
                    case Done.Cleared cleared ->
                        texts.get(
                                "sync.storage.cleared",
                                cleared.what().pictures(),
                                Sizes.of(cleared.what().bytes()));
                    case Done.Exported exported ->
                        texts.get("sync.storage.exported", words(exported.what()), exported.file());
                    case Done.Cancelled ignored -> texts.get("sync.storage.cancelled");
                    case Done.TakenIn taken -> texts.get("sync.storage.takenIn", words(taken.what()));
                });
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void focus() {
        node.requestFocus();
    }

    @Override
    public void hidden() {
        listening.unsubscribe();
        progress.hidden();
    }
}
