package xundang.desktop.inspection.ui;

import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.fx.UiTexts;
import xundang.model.template.TableRule;

/** The rows of a table item; only those in view are drawn. The one field that is typed in stands in the cell that has the cursor. */
final class TableGrid extends TableView<Map<String, String>> {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double ROW = 38;
    private static final int ROWS_SHOWN = 8;

    private final TableViewModel model;
    private final UiTexts texts;
    private final TextField editor;

    TableGrid(TableViewModel model, UiTexts texts, TextField editor) {
        super(model.rows());
        this.model = model;
        this.texts = texts;
        this.editor = editor;
        getStyleClass().add("table-grid");
        setFocusTraversable(false);
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setSelectionModel(null);
        getColumns().add(numbers());
        for (int place = 0; place < model.columns().size(); place++) {
            getColumns().add(column(model.columns().get(place), place));
        }
        model.rows().addListener((ListChangeListener<Map<String, String>>) ignored -> fit());
        fit();
    }

    private void fit() {
        double height = ROW * (Math.min(model.rows().size(), ROWS_SHOWN) + 1) + 2;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    private TableColumn<Map<String, String>, String> numbers() {
        TableColumn<Map<String, String>, String> column = new TableColumn<>("#");
        column.setMinWidth(48);
        column.setMaxWidth(48);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellFactory(ignored -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable String item, boolean empty) {
                super.updateItem(item, empty);
                getStyleClass().add("muted");
                setText(empty ? "" : Integer.toString(getIndex() + 1));
            }
        });
        return column;
    }

    private TableColumn<Map<String, String>, String> column(TableRule.Column rule, int place) {
        String unit = rule.unit();
        String title = texts.of(rule.label()) + (unit == null ? "" : " " + unit) + (rule.required() ? " *" : "");
        TableColumn<Map<String, String>, String> column = new TableColumn<>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(rule.kind() == TableRule.ColumnKind.TEXT ? 220 : 120);
        column.setCellFactory(ignored -> new Cell(rule, place));
        return column;
    }

    /** Scrolls so that the cell with the cursor is drawn. */
    void reveal() {
        scrollTo(Math.max(0, model.placeProperty().get().row() - ROWS_SHOWN + 2));
    }

    /** One cell; the cursor comes into it and goes. */
    private final class Cell extends TableCell<Map<String, String>, String> {
        private final TableRule.Column rule;
        private final int place;

        Cell(TableRule.Column rule, int place) {
            this.rule = rule;
            this.place = place;
            model.placeProperty().subscribe(ignored -> draw());
            model.problemsProperty().subscribe(ignored -> draw());
            setOnMousePressed(press -> {
                if (!isEmpty()) {
                    model.go(getIndex(), place);
                    editor.requestFocus();
                    press.consume();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            draw();
        }

        @Override
        public void updateIndex(int index) {
            super.updateIndex(index);
            draw();
        }

        private void draw() {
            boolean there =
                    !isEmpty() && getIndex() >= 0 && getIndex() < model.rows().size();
            TableViewModel.Place here = new TableViewModel.Place(getIndex(), place);
            boolean current = there && here.equals(model.placeProperty().get());
            pseudoClassStateChanged(CURRENT, current);
            pseudoClassStateChanged(
                    WRONG, there && model.problemsProperty().get().containsKey(here));
            if (current) {
                setText(null);
                setGraphic(editor);
            } else {
                if (getGraphic() != null) {
                    setGraphic(null);
                }
                setText(there ? TableWords.shown(texts, rule, model.rows().get(getIndex())) : "");
            }
        }
    }
}
