package xundang.desktop.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xundang.model.template.FormSlot;
import xundang.model.template.Range;
import xundang.model.template.SlotLimits;
import xundang.model.template.TemplateItem;
import xundang.model.text.Figures;

/**
 * A row's limits and where each comes from, for the paper. It keeps the tags that it has said, for the legend. A practice value [P] or a
 * proposal of the product [D] is never called a standard's.
 */
final class LimitText {
    private final Words words;
    private final Set<String> tags = new TreeSet<>();

    LimitText(Words words) {
        this.words = words;
    }

    /** A row's limits in words, and their source in short. */
    record Said(String limits, String source) {}

    /** Empty for rows that are only recorded. */
    Optional<Said> of(FormSlot slot) {
        SlotLimits limits = slot.limits();
        if (limits == null) {
            return Optional.empty();
        }
        SlotLimits.Obstacle obstacle = limits.obstacle();
        if (obstacle != null) {
            String names = obstacle.attributes().stream()
                    .map(named -> words.of(named.label()))
                    .collect(Collectors.joining(words.get("report.list.separator")));
            return Optional.of(
                    new Said(words.get("report.limits." + obstacle.kind().name(), names), source(limits)));
        }
        List<String> parts = new ArrayList<>();
        String unit = slot.item().unit();
        range(limits.normal(), unit).ifPresent(said -> parts.add(words.get("report.limits.normal", said)));
        range(limits.warn(), unit).ifPresent(said -> parts.add(words.get("report.limits.warn", said)));
        options(limits.normalOptions(), slot.item())
                .ifPresent(said -> parts.add(words.get("report.limits.normal", said)));
        options(limits.warnOptions(), slot.item()).ifPresent(said -> parts.add(words.get("report.limits.warn", said)));
        if (limits.jars() != null) {
            parts.add(words.get("report.limits.jars"));
        }
        return Optional.of(new Said(String.join(words.get("report.limits.joint"), parts), source(limits)));
    }

    private Optional<String> range(@Nullable Range range, @Nullable String unit) {
        if (range == null || (range.low() == null && range.high() == null)) {
            return Optional.empty();
        }
        BigDecimal low = range.low();
        BigDecimal high = range.high();
        if (low != null && high != null && !range.lowOutside() && !range.highOutside()) {
            String both = low.compareTo(high) == 0 ? plain(low) : plain(low) + "–" + plain(high);
            return Optional.of(Words.withUnit(both, unit));
        }
        List<String> ends = new ArrayList<>();
        if (low != null) {
            ends.add((range.lowOutside() ? "> " : "≥ ") + Words.withUnit(plain(low), unit));
        }
        if (high != null) {
            ends.add((range.highOutside() ? "< " : "≤ ") + Words.withUnit(plain(high), unit));
        }
        return Optional.of(String.join(" ", ends));
    }

    private Optional<String> options(List<String> codes, TemplateItem item) {
        return codes.isEmpty()
                ? Optional.empty()
                : Optional.of(codes.stream()
                        .map(code -> words.option(item, code))
                        .collect(Collectors.joining(words.get("report.list.separator"))));
    }

    /** {@code [E1]}, or both where the warning range comes from elsewhere. */
    private String source(SlotLimits limits) {
        String[] parts = limits.source().split("/", -1);
        String normal = tags(parts[0]);
        return parts.length == 1
                ? words.get("report.limits.source", normal)
                : words.get("report.limits.sources", normal, tags(parts[1]));
    }

    private String tags(String joined) {
        return Arrays.stream(joined.split("\\+", -1))
                .map(String::strip)
                .map(tag -> {
                    tags.add(tag);
                    return "[" + words.ofCode("report.tag.", tag, tag) + "]";
                })
                .collect(Collectors.joining());
    }

    /** Notes the source of a rule that is printed elsewhere. */
    String said(String source) {
        return Arrays.stream(source.split("/", -1)).map(this::tags).collect(Collectors.joining("/"));
    }

    /** One line for each tag said so far. */
    List<String> legend() {
        return tags.stream()
                .map(tag -> words.get(
                        "report.legend.line",
                        words.ofCode("report.tag.", tag, tag),
                        words.ofCode("report.source.", tag, words.get("report.source.other"))))
                .toList();
    }

    static String plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return Figures.shown(bare.scale() < 0 ? bare.setScale(0, RoundingMode.UNNECESSARY) : bare);
    }
}
