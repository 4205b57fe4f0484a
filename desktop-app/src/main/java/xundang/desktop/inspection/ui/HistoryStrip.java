package xundang.desktop.inspection.ui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import xundang.desktop.inspection.Draft.PastValue;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;

/** The last three values with their dates, how the present one differs from the newest of them, and a tiny trend. */
final class HistoryStrip extends HBox {
    private static final int SHOWN = 3;

    private final RowViewModel row;
    private final Label delta = Parts.label("", "caption", "figures");
    private final TrendLine trend = new TrendLine();

    HistoryStrip(RowViewModel row, UiTexts texts) {
        super(8);
        this.row = row;
        getStyleClass().addAll("row", "history-strip");
        ReadingWords words = new ReadingWords(texts);
        for (PastValue past : row.history().stream().limit(SHOWN).toList()) {
            VBox cell = Parts.column(
                    0,
                    Parts.label(words.brief(row.slot(), past.reading()), "figures"),
                    Parts.label(texts.times().shortDay(past.at()).substring(2), "caption", "figures"));
            cell.getStyleClass().add("past");
            getChildren().add(cell);
        }
        if (row.history().stream()
                .anyMatch(past -> ReadingWords.number(past.reading()).isPresent())) {
            VBox movement = Parts.column(2, trend, delta);
            movement.setMinWidth(Region.USE_PREF_SIZE);
            getChildren().add(movement);
        }
    }

    /** Draws again with the row's present value. */
    void refresh() {
        List<BigDecimal> numbers = new ArrayList<>();
        row.history()
                .reversed()
                .forEach(past -> ReadingWords.number(past.reading()).ifPresent(numbers::add));
        Optional<BigDecimal> newestPast = numbers.isEmpty() ? Optional.empty() : Optional.of(numbers.getLast());
        Optional<BigDecimal> now = ReadingWords.number(row.readingProperty().get());
        now.ifPresent(numbers::add);
        trend.show(numbers, now.isPresent());
        delta.setText(newestPast
                .flatMap(past -> now.map(present -> signed(present.subtract(past))))
                .orElse(""));
    }

    private static String signed(BigDecimal difference) {
        String plain = ReadingWords.figure(difference.abs());
        return switch (difference.signum()) {
            case 1 -> "▲ +" + plain;
            case -1 -> "▼ −" + plain;
            default -> "±0";
        };
    }
}
