package xundang.desktop.report.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.ErrorPanel;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.report.Printed;
import xundang.desktop.report.ui.PrintViewModel.Outcome;

/** The card behind Ctrl+P: where to save, how far it is, where it went. It opens nothing by itself. */
public final class PrintPanel extends VBox {
    private static final double WIDTH = 720;
    private static final Duration LOOK_EVERY = Duration.millis(250);
    private static final int MOST_MISSING = 20;

    private final PrintViewModel model;
    private final UiTexts texts;
    private final TextField file = new TextField();
    private final Label said = Parts.wrapped("", "good");
    private final Label remarks = Parts.wrapped("");
    private final Label progress = Parts.label("", "figures");
    private final ProgressBar bar = new ProgressBar(0);
    private final HBox moving;
    private final Timeline looking;

    /** @param close takes the card away */
    public PrintPanel(PrintViewModel model, UiTexts texts, Runnable close) {
        super(12);
        this.model = model;
        this.texts = texts;
        setId("print-panel");
        getStyleClass().addAll("card", "floating");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        file.setId("print-file");
        file.setPromptText(texts.get("report.ui.file"));
        file.setMinWidth(0);
        file.setOnAction(ignored -> model.save(file.getText(), false));
        HBox.setHgrow(file, Priority.ALWAYS);
        Button choose = Parts.quietButton(
                "print-choose", texts.get("report.ui.choose"), MaterialDesignF.FOLDER_OPEN_OUTLINE, this::choose);
        Button save = Parts.mainButton(
                "print-save",
                texts.get("report.ui.save"),
                MaterialDesignP.PRINTER,
                () -> model.save(file.getText(), false));
        save.disableProperty().bind(model.busyProperty());
        Button cancel =
                Parts.button("print-cancel", texts.get("report.ui.cancel"), MaterialDesignC.CLOSE, model::cancel);
        moving = Parts.row(12, bar, progress, cancel);
        bar.setPrefWidth(240);
        ErrorPanel error = new ErrorPanel(texts);
        getChildren()
                .addAll(
                        Parts.label(texts.get("report.ui.title"), "page-title"),
                        Parts.wrapped(texts.get("report.ui.what", model.count())),
                        error,
                        Parts.row(12, file, choose),
                        moving,
                        said,
                        remarks,
                        Parts.row(
                                12,
                                save,
                                Parts.button(
                                        "print-close",
                                        texts.get("report.ui.close"),
                                        MaterialDesignC.CHECK,
                                        () -> leave(close))));
        looking = new Timeline(new KeyFrame(LOOK_EVERY, ignored -> look()));
        looking.setCycleCount(Animation.INDEFINITE);
        model.errorProperty().subscribe(error::show);
        model.outcomeProperty().subscribe(this::say);
        model.nameProperty().subscribe(this::name);
        model.busyProperty().subscribe(this::busy);
        model.load();
    }

    /** Closing the card ends a print that is under way. */
    private void leave(Runnable close) {
        model.cancel();
        looking.stop();
        close.run();
    }

    private void name(String name) {
        if (!name.isEmpty() && file.getText().isEmpty()) {
            file.setText(Path.of(System.getProperty("user.home"), name).toString());
        }
    }

    private void choose() {
        FileChooser dialog = new FileChooser();
        dialog.setInitialFileName(model.nameProperty().get());
        dialog.getExtensionFilters().add(new FileChooser.ExtensionFilter(texts.get("report.ui.kind"), "*.pdf"));
        File chosen = dialog.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            file.setText(chosen.toString());
            // The dialog itself has asked whether to replace.
            model.save(chosen.toString(), true);
        }
    }

    private void busy(boolean busy) {
        Parts.shown(moving, busy);
        if (busy) {
            looking.play();
        } else {
            looking.stop();
        }
        look();
    }

    private void look() {
        model.step().ifPresent(step -> {
            progress.setText(texts.get("report.ui.progress", step.done(), step.total()));
            bar.setProgress(
                    step.total() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) step.done() / step.total());
        });
    }

    private void say(@Nullable Outcome outcome) {
        Parts.shown(said, outcome != null);
        Parts.shown(remarks, false);
        switch (outcome) {
            case Outcome.Done done -> done(done.what());
            case Outcome.Cancelled ignored -> said.setText(texts.get("report.ui.cancelled"));
            case null -> {}
        }
    }

    private void done(Printed printed) {
        said.setText(texts.get("report.ui.done", printed.pages(), printed.file()));
        StringBuilder more = new StringBuilder();
        if (printed.absentPhotos() > 0) {
            more.append(texts.get("report.ui.absent", printed.absentPhotos()));
        }
        if (!printed.missingCharacters().isEmpty()) {
            String some = printed.missingCharacters().stream()
                    .limit(MOST_MISSING)
                    .map("U+%04X"::formatted)
                    .collect(Collectors.joining(" "));
            more.append(more.isEmpty() ? "" : "\n")
                    .append(texts.get(
                            "report.ui.missing", printed.missingCharacters().size(), some));
        }
        remarks.setText(more.toString());
        Parts.shown(remarks, !more.isEmpty());
    }

    /** Puts the cursor where the file is named. */
    public void focus() {
        file.requestFocus();
    }
}
