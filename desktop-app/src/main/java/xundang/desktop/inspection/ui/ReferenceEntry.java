package xundang.desktop.inspection.ui;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;

/** A field for the number or the label of an object, and the objects that match it: ↓ ↑ mark, Enter takes the marked one. */
final class ReferenceEntry {
    private final FormViewModel form;
    private final RowViewModel row;
    private final ReferenceViewModel model;
    private final TextField field = new TextField();
    private final VBox list = Parts.column(0);

    ReferenceEntry(FormViewModel form, RowViewModel row, UiTexts texts) {
        this.form = form;
        this.row = row;
        model = new ReferenceViewModel(form, row);
        field.setPromptText(texts.get("inspection.row.reference"));
        field.getStyleClass().addAll("text-input", FormKeys.WIDE);
        field.textProperty().bindBidirectional(row.textProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setId("form-found-" + row.id());
        list.getStyleClass().add("found-list");
        Parts.shown(list, false);
        model.foundProperty().subscribe(this::show);
        model.markedProperty().subscribe(ignored -> mark());
    }

    TextField field() {
        return field;
    }

    VBox list() {
        return list;
    }

    private void pressed(KeyEvent key) {
        if (key.isAltDown() || key.isShortcutDown()) {
            return;
        }
        switch (key.getCode()) {
            case ENTER -> {
                if (key.isShiftDown()) {
                    form.back();
                } else {
                    model.enter();
                }
                key.consume();
            }
            case DOWN, UP -> {
                boolean down = key.getCode() == KeyCode.DOWN;
                if (!model.mark(down ? 1 : -1)) {
                    if (down) {
                        form.next();
                    } else {
                        form.back();
                    }
                }
                key.consume();
            }
            default -> {}
        }
    }

    private void show(List<AssetSummary> found) {
        list.getChildren().setAll(found.stream().map(this::line).toList());
        Parts.shown(list, !found.isEmpty());
        mark();
    }

    private HBox line(AssetSummary asset) {
        Label number = Parts.label(asset.assetNo(), "figures", "strong");
        HBox line = Parts.row(12, number, Parts.label(asset.name()), Parts.label(asset.place(), "muted"));
        line.getStyleClass().add("found-line");
        line.setOnMouseClicked(ignored -> {
            form.activate(row);
            model.choose(asset);
        });
        return line;
    }

    private void mark() {
        for (int place = 0; place < list.getChildren().size(); place++) {
            list.getChildren().get(place).getStyleClass().remove("marked");
            if (place == model.markedProperty().get()) {
                list.getChildren().get(place).getStyleClass().add("marked");
            }
        }
    }
}
