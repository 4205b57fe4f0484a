package xundang.desktop.inspection.ui;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.fx.UiTexts;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.template.FormSlot;
import xundang.model.text.Figures;

/** Says a reading in a few characters, for the columns of earlier values. */
public final class ReadingWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final UiTexts texts;
    private final LimitWords limits;

    public ReadingWords(UiTexts texts) {
        this.texts = texts;
        limits = new LimitWords(texts);
    }

    /** The answer in few words, without its unit. */
    public String brief(FormSlot slot, Reading reading) {
        if (reading.skip() != null) {
            return texts.of(reading.skip().kind().label());
        }
        ReadingValue value = reading.value();
        return switch (value) {
            case ReadingValue.Measured measured -> figure(measured.number());
            case ReadingValue.YesNo answer ->
                texts.get(answer.yes() ? "inspection.answer.yes" : "inspection.answer.no");
            case ReadingValue.Choice choice ->
                choice.codes().stream()
                        .map(code -> limits.option(slot.item(), code))
                        .collect(Collectors.joining(texts.get("inspection.list.separator")));
            case ReadingValue.Written written -> written.text();
            case ReadingValue.Signed signed -> signed.name();
            case ReadingValue.Dated dated -> dated.date().toString();
            case ReadingValue.Moment moment -> TIME.format(moment.at());
            case ReadingValue.Referenced referenced -> referenced.assetNo();
            case ReadingValue.Table table ->
                texts.get("inspection.row.tableRows", table.rows().size());
            case ReadingValue.Jars jars ->
                texts.get("inspection.row.jars", jars.jars().size());
            case null -> texts.get("inspection.row.photos", reading.photos().size());
        };
    }

    /** As typed; a computed number rounded for the eye. */
    static String figure(BigDecimal number) {
        return Figures.shown(number);
    }

    /** The number in a reading, if it has one. */
    static Optional<BigDecimal> number(@Nullable Reading reading) {
        return reading != null && reading.value() instanceof ReadingValue.Measured measured
                ? Optional.of(measured.number())
                : Optional.empty();
    }
}
