package xundang.desktop.inspection.ui;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.ErrorPanel;
import xundang.desktop.platform.theme.Parts;
import xundang.model.inspection.ReadingValue;
import xundang.model.template.TableCheck;
import xundang.model.template.TableRule;

/**
 * A table item by keyboard. Enter goes on to the next cell, and from an empty row out of the table; Shift+Enter back; ↑ ↓ between rows; Insert
 * and Ctrl+Delete for whole rows; Alt+0 says that there is nothing to list; what is copied in a spreadsheet is pasted from the cell on.
 */
final class TableEntry implements WideEntry {
    private final FormViewModel form;
    private final UiTexts texts;
    private final TableViewModel model;
    private final TextField editor = new TextField();
    private final TableGrid grid;
    private final Label hint = Parts.wrapped("", "caption");
    private final Label wrong = Parts.wrapped("", "strong", "bad");
    private final VBox root;

    TableEntry(FormViewModel form, RowViewModel row, TableRule rule, UiTexts texts) {
        this.form = form;
        this.texts = texts;
        ReadingValue.@Nullable Table held = row.content().value() instanceof ReadingValue.Table table ? table : null;
        model = new TableViewModel(rule, held, table -> form.answer(row, table));
        editor.setId("form-cell-" + row.id());
        editor.getStyleClass().add("cell-editor");
        editor.textProperty().bindBidirectional(model.textProperty());
        editor.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        editor.focusedProperty().subscribe(focused -> {
            if (focused) {
                form.activate(row);
            }
        });
        grid = new TableGrid(model, texts, editor);
        grid.setId("form-table-" + row.id());
        ErrorPanel notice = new ErrorPanel(texts);
        model.noticeProperty().subscribe(notice::show);
        HBox actions = Parts.row(
                4,
                Parts.quietButton(
                        "form-table-none-" + row.id(),
                        texts.get("inspection.table.none"),
                        MaterialDesignC.CHECK,
                        this::none),
                Parts.quietButton(
                        "form-table-delete-" + row.id(),
                        texts.get("inspection.table.delete"),
                        MaterialDesignT.TRASH_CAN_OUTLINE,
                        this::delete),
                Parts.spring(),
                Parts.label(texts.get("inspection.table.keys"), "caption"));
        actions.getChildren().forEach(child -> child.setFocusTraversable(false));
        root = Parts.column(4, grid, wrong, hint, notice, actions);
        root.getStyleClass().add("table-entry");
        model.placeProperty().subscribe(ignored -> moved());
        model.problemsProperty().subscribe(ignored -> say());
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void focus() {
        grid.applyCss();
        grid.layout();
        editor.requestFocus();
        editor.selectAll();
    }

    @Override
    public void setActive(boolean active) {
        if (!active) {
            settle();
        }
    }

    @Override
    public void settle() {
        model.commit();
    }

    private void moved() {
        grid.reveal();
        say();
        if (editor.getScene() != null && root.isVisible()) {
            focus();
        }
    }

    /** What can be typed in this column, and what is wrong with this cell. */
    private void say() {
        TableRule.Column column = model.column();
        hint.setText(TableWords.choices(texts, column));
        Parts.shown(hint, !hint.getText().isEmpty());
        TableCheck.Problem problem =
                model.problemsProperty().get().get(model.placeProperty().get());
        Map<String, String> cells = model.rows().get(model.placeProperty().get().row());
        String code = TableWords.codeFindings(texts, column, cells.getOrDefault(column.id(), ""));
        wrong.setText(problem == null ? code : TableWords.problem(texts, problem));
        Parts.shown(wrong, !wrong.getText().isEmpty());
    }

    private void none() {
        model.none();
        focus();
    }

    private void delete() {
        model.deleteRow();
        focus();
    }

    private void pressed(KeyEvent key) {
        if (key.isAltDown()) {
            if (key.getCode() == KeyCode.DIGIT0 || key.getCode() == KeyCode.NUMPAD0) {
                model.none();
                key.consume();
            }
            return;
        }
        if (key.isShortcutDown()) {
            shortcut(key);
            return;
        }
        TableViewModel.Place place = model.placeProperty().get();
        boolean used = true;
        switch (key.getCode()) {
            case ENTER, TAB -> step(!key.isShiftDown());
            case UP -> {
                if (place.row() == 0) {
                    settle();
                    form.back();
                } else {
                    model.go(place.row() - 1, place.column());
                }
            }
            case DOWN -> model.go(place.row() + 1, place.column());
            case INSERT -> model.insertRow();
            default -> used = false;
        }
        if (used) {
            key.consume();
        }
    }

    private void shortcut(KeyEvent key) {
        if (key.getCode() == KeyCode.DELETE) {
            delete();
            key.consume();
        } else if (key.getCode() == KeyCode.V) {
            String pasted = Clipboard.getSystemClipboard().getString();
            if (pasted != null && (pasted.contains("\t") || pasted.strip().contains("\n"))) {
                model.paste(pasted);
                focus();
                key.consume();
            }
        }
    }

    private void step(boolean forward) {
        if (forward && !model.next()) {
            form.next();
        } else if (!forward && !model.back()) {
            form.back();
        }
    }
}
