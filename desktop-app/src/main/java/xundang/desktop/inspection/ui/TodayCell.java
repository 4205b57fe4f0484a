package xundang.desktop.inspection.ui;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import xundang.desktop.inspection.DueItem;
import xundang.desktop.inspection.ui.TodayViewModel.Line;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Badge;
import xundang.desktop.platform.theme.Parts;

/** A place, or something to inspect there. */
final class TodayCell extends ListCell<Line> {
    private static final PseudoClass PLACE = PseudoClass.getPseudoClass("place");

    private final UiTexts texts;
    private final Label placeName = Parts.label("", "strong");
    private final Label placeCount = Parts.label("", "muted", "figures");
    private final HBox place =
            Parts.row(8, new FontIcon(MaterialDesignM.MAP_MARKER_OUTLINE), placeName, Parts.spring(), placeCount);
    private final Label number = Parts.label("", "input-size", "strong", "figures", "today-number");
    private final Label name = Parts.label("");
    private final Label form = Parts.label("", "caption");
    private final Label progress = Parts.label("", "muted", "figures");
    private final Label due = Parts.label("", "muted", "figures");
    private final Badge state;
    private final HBox item;

    TodayCell(UiTexts texts, Consumer<Line> open) {
        this.texts = texts;
        state = new Badge(texts);
        number.setMinWidth(144);
        VBox words = Parts.column(0, name, form);
        item = Parts.row(16, number, words, Parts.spring(), progress, due, state);
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            Line line = getItem();
            if (event.getClickCount() == 2 && line != null) {
                open.accept(line);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        pseudoClassStateChanged(PLACE, line instanceof Line.Place);
        setId(null);
        switch (line) {
            case null -> setGraphic(null);
            case Line.Place at -> {
                placeName.setText(at.name());
                placeCount.setText(texts.get("inspection.today.placeCount", at.done(), at.total()));
                setGraphic(place);
            }
            case Line.Item of -> show(of.due());
        }
    }

    private void show(DueItem of) {
        setId("today-" + of.asset().assetNo());
        number.setText(of.asset().assetNo());
        name.setText(of.asset().name());
        form.setText(texts.ofCode("inspection.template.", of.templateId()));
        progress.setText(
                of.state() == DueItem.State.STARTED
                        ? texts.get("inspection.form.progress", of.answered(), of.slots())
                        : "");
        due.setText(texts.get("inspection.today.due", texts.times().day(texts.language(), of.dueOn())));
        state.show(of.state());
        setGraphic(item);
    }
}
