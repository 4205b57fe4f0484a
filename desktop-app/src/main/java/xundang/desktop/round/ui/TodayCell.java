package xundang.desktop.round.ui;

import java.time.OffsetDateTime;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Badge;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.round.RoundItem;

/** A room, or something to inspect there. */
final class TodayCell extends ListCell<TodayLine> {
    private static final PseudoClass PLACE = PseudoClass.getPseudoClass("place");
    private static final double WIDEST_STATE = 300;
    private static final int MOST_TAKERS = 3;

    private final UiTexts texts;
    private final WhenWords words;
    private final Supplier<OffsetDateTime> now;
    private final Label placeName = Parts.label("", "strong");
    private final Label placeTaken = Parts.label("", "caption");
    private final Label placeCount = Parts.label("", "muted", "figures");
    private final HBox place;
    private final Label number = Parts.label("", "input-size", "strong", "figures", "today-number");
    private final Label name = Parts.label("");
    private final Label form = Parts.label("", "caption");
    private final Label when = Parts.label("", "figures");
    private final Label state = Parts.label("", "caption", "figures");
    private final Badge badge;
    private final HBox item;

    /** @param now the time that the list was worked out for */
    TodayCell(UiTexts texts, Supplier<OffsetDateTime> now, Consumer<TodayLine> open) {
        this.texts = texts;
        this.now = now;
        words = new WhenWords(texts);
        badge = new Badge(texts);
        place = Parts.row(
                8, new FontIcon(MaterialDesignM.MAP_MARKER_OUTLINE), placeName, placeTaken, Parts.spring(), placeCount);
        placeCount.setMinWidth(Region.USE_PREF_SIZE);
        number.setMinWidth(Region.USE_PREF_SIZE);
        VBox what = Parts.column(0, name, form);
        what.setMinWidth(0);
        what.setPrefWidth(0);
        HBox.setHgrow(what, Priority.ALWAYS);
        VBox stands = Parts.column(0, when, state);
        stands.setAlignment(Pos.CENTER_RIGHT);
        stands.setMaxWidth(WIDEST_STATE);
        when.setMinWidth(Region.USE_PREF_SIZE);
        HBox numbered = Parts.row(0, number);
        numbered.getStyleClass().add("today-numbers");
        HBox badged = Parts.row(0, badge);
        badged.getStyleClass().add("today-badges");
        item = Parts.row(16, numbered, what, stands, badged);
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            TodayLine line = getItem();
            if (event.getClickCount() == 2 && line != null) {
                open.accept(line);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable TodayLine line, boolean empty) {
        super.updateItem(line, empty);
        pseudoClassStateChanged(PLACE, line instanceof TodayLine.Place);
        setId(null);
        switch (line) {
            case null -> setGraphic(null);
            case TodayLine.Place at -> show(at);
            case TodayLine.Item of -> show(of.item());
        }
    }

    private void show(TodayLine.Place at) {
        placeName.setText(at.room().name());
        placeTaken.setText(at.taken().stream()
                .limit(MOST_TAKERS)
                .map(taken -> texts.get(
                        taken.own() ? "round.room.mine" : "round.room.taken",
                        taken.person(),
                        texts.times()
                                .recent(
                                        texts.language(),
                                        taken.at().toInstant(),
                                        now.get().toInstant())))
                .collect(Collectors.joining(" · ")));
        placeCount.setText(texts.get("round.today.placeCount", at.done(), at.total()));
        setGraphic(place);
    }

    private void show(RoundItem of) {
        setId("today-" + of.asset().assetNo());
        number.setText(of.asset().assetNo());
        name.setText(of.asset().name());
        String planned = of.plan().isEmpty() ? texts.get("round.item.unplanned") : of.plan();
        form.setText(
                of.taken() == null || of.state() == RoundItem.State.DONE
                        ? planned
                        : texts.get(
                                of.taken().own() ? "round.item.mine" : "round.item.taken",
                                planned,
                                of.taken().person()));
        when.setText(words.when(of.when()));
        state.setText(words.state(of, now.get()));
        Parts.shown(state, !state.getText().isEmpty());
        badge.show(of.state());
        setGraphic(item);
    }
}
