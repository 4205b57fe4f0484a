package xundang.desktop.inspection.ui;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import xundang.model.inspection.ReadingValue;

/** What a row's answer looks like in its own field: as it would be typed. */
final class RowText {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private RowText() {}

    /** Empty for answers that are chosen, or entered in the form's whole width. */
    static String of(@Nullable ReadingValue value, ZoneOffset offset) {
        return switch (value) {
            case ReadingValue.Measured measured -> measured.number().toPlainString();
            case ReadingValue.Written written -> written.text();
            case ReadingValue.Signed signed -> signed.name();
            case ReadingValue.Dated dated -> dated.date().toString();
            case ReadingValue.Moment moment -> moment(moment.at(), offset);
            case ReadingValue.Referenced referenced -> referenced.assetNo();
            case null -> "";
            case ReadingValue.YesNo ignored -> "";
            case ReadingValue.Choice ignored -> "";
            case ReadingValue.Table ignored -> "";
            case ReadingValue.Jars ignored -> "";
        };
    }

    /** A day and a time of day, to the minute. */
    static String moment(OffsetDateTime at, ZoneOffset offset) {
        return MOMENT.format(at.withOffsetSameInstant(offset));
    }

    /** Option codes that are chosen. */
    static List<String> codes(@Nullable ReadingValue value) {
        return switch (value) {
            case ReadingValue.YesNo answer -> List.of(answer.yes() ? "yes" : "no");
            case ReadingValue.Choice choice -> choice.codes();
            case null -> List.of();
            case ReadingValue.Measured ignored -> List.of();
            case ReadingValue.Written ignored -> List.of();
            case ReadingValue.Signed ignored -> List.of();
            case ReadingValue.Dated ignored -> List.of();
            case ReadingValue.Moment ignored -> List.of();
            case ReadingValue.Referenced ignored -> List.of();
            case ReadingValue.Table ignored -> List.of();
            case ReadingValue.Jars ignored -> List.of();
        };
    }
}
