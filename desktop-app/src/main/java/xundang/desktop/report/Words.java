package xundang.desktop.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.i18n.Language;
import xundang.desktop.platform.i18n.Texts;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.Skip;
import xundang.model.template.FormSlot;
import xundang.model.template.Label;
import xundang.model.template.TemplateItem;
import xundang.model.template.Verdict;
import xundang.model.text.Figures;

/** The words of the paper, in one language and one time zone: the same record reads the same wherever it is printed. Immutable. */
final class Words {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Texts texts;
    private final Language language;
    private final ZoneId zone;

    Words(Texts texts, Language language, ZoneId zone) {
        this.texts = texts;
        this.language = language;
        this.zone = zone;
    }

    String get(String key, Object... arguments) {
        return texts.get(language, key, arguments);
    }

    /** The text of a code that comes from data, or else the other text. */
    String ofCode(String prefix, String code, String otherwise) {
        return texts.find(language, prefix + code).orElse(otherwise);
    }

    String of(Label label) {
        return language.of(label);
    }

    /** To the second, in the ledger's zone. */
    String time(OffsetDateTime at) {
        return TIME.format(at.atZoneSameInstant(zone));
    }

    /** To the minute. */
    String minute(OffsetDateTime at) {
        return MINUTE.format(at.atZoneSameInstant(zone));
    }

    /** Word and mark: never the colour alone. */
    String verdict(Verdict verdict) {
        return mark(verdict) + " " + of(verdict.label());
    }

    static String mark(Verdict verdict) {
        return switch (verdict) {
            case NORMAL -> "√";
            case WARNING -> "▲";
            case ABNORMAL -> "×";
            case UNJUDGED -> "?";
            case RECORDED -> "·";
            case SKIPPED -> "—";
        };
    }

    /** The verdict of a row; for one that was left out, which kind of leaving out it was. */
    String verdict(Reading reading) {
        Skip skip = reading.skip();
        return skip == null
                ? verdict(reading.verdict())
                : mark(Verdict.SKIPPED) + " " + of(skip.kind().label());
    }

    /** Id and name of the row, with its part. */
    String name(FormSlot slot) {
        String name = of(slot.item().label());
        return slot.partLabel() == null ? name : name + " · " + of(slot.partLabel());
    }

    /** What was answered, with its unit; a reason where the row was left out. */
    String value(FormSlot slot, @Nullable Reading reading) {
        if (reading == null) {
            return get("report.value.empty");
        }
        Skip skip = reading.skip();
        if (skip != null) {
            return get("report.value.skipped", of(skip.kind().label()), skip.reason());
        }
        ReadingValue value = reading.value();
        return switch (value) {
            case ReadingValue.YesNo answer -> get(answer.yes() ? "report.value.yes" : "report.value.no");
            case ReadingValue.Choice choice ->
                choice.codes().stream()
                        .map(code -> option(slot.item(), code))
                        .collect(Collectors.joining(get("report.list.separator")));
            case ReadingValue.Measured measured ->
                withUnit(Figures.shown(measured.number()), slot.item().unit());
            case ReadingValue.Written written -> written.text();
            case ReadingValue.Signed signed -> get("report.value.signed", signed.name());
            case ReadingValue.Dated dated -> dated.date().toString();
            case ReadingValue.Moment moment -> minute(moment.at());
            case ReadingValue.Referenced referenced -> referenced.assetNo();
            case ReadingValue.Table table ->
                table.rows().isEmpty()
                        ? get("report.value.noRows")
                        : get("report.value.rows", table.rows().size());
            case ReadingValue.Jars jars -> get("report.value.jars", jars.jars().size());
            case null ->
                reading.photos().isEmpty()
                        ? get("report.value.empty")
                        : get("report.value.photos", reading.photos().size());
        };
    }

    String option(TemplateItem item, String code) {
        return option(item.options(), code);
    }

    String option(List<TemplateItem.Option> options, String code) {
        return options.stream()
                .filter(option -> option.code().equals(code))
                .findFirst()
                .map(option -> of(option.label()))
                .orElseGet(() -> switch (code) {
                    case "yes" -> get("report.value.yes");
                    case "no" -> get("report.value.no");
                    default -> code;
                });
    }

    static String withUnit(String number, @Nullable String unit) {
        return unit == null ? number : number + "\u00a0" + unit;
    }

    /** A number with so many decimals at most, half up; empty for none. */
    static String figure(@Nullable BigDecimal number, int decimals) {
        return number == null
                ? ""
                : number.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    /** The device's clock against the server's, in words. */
    String drift(long offsetMs) {
        if (offsetMs == 0) {
            return get("report.head.noDrift");
        }
        String seconds = BigDecimal.valueOf(Math.abs(offsetMs))
                .movePointLeft(3)
                .stripTrailingZeros()
                .toPlainString();
        return get(offsetMs > 0 ? "report.head.fast" : "report.head.slow", seconds);
    }
}
