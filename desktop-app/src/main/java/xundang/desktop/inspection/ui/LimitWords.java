package xundang.desktop.inspection.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.fx.UiTexts;
import xundang.model.template.FormSlot;
import xundang.model.template.Range;
import xundang.model.template.SlotLimits;
import xundang.model.template.TemplateItem;
import xundang.model.text.Figures;

/** Says a row's limits and where they come from. A practice value or a product default is never called a standard. */
public final class LimitWords {
    private final UiTexts texts;

    public LimitWords(UiTexts texts) {
        this.texts = texts;
    }

    /** Ranges or options, then the source; empty for rows that are only recorded. */
    public Optional<String> limits(FormSlot slot) {
        SlotLimits limits = slot.limits();
        if (limits == null) {
            return Optional.empty();
        }
        SlotLimits.Obstacle obstacle = limits.obstacle();
        if (obstacle != null) {
            String names = obstacle.attributes().stream()
                    .map(SlotLimits.Named::label)
                    .map(texts::of)
                    .collect(Collectors.joining(texts.get("inspection.list.separator")));
            return Optional.of(texts.get("inspection.limits." + obstacle.kind().name(), names));
        }
        List<String> parts = new ArrayList<>();
        range(limits.normal(), slot.item().unit())
                .ifPresent(said -> parts.add(texts.get("inspection.limits.normal", said)));
        range(limits.warn(), slot.item().unit())
                .ifPresent(said -> parts.add(texts.get("inspection.limits.warn", said)));
        options(limits.normalOptions(), slot.item())
                .ifPresent(said -> parts.add(texts.get("inspection.limits.normal", said)));
        options(limits.warnOptions(), slot.item())
                .ifPresent(said -> parts.add(texts.get("inspection.limits.warn", said)));
        parts.add(source(limits.source()));
        return Optional.of(String.join(" · ", parts));
    }

    private Optional<String> range(@Nullable Range range, @Nullable String unit) {
        if (range == null) {
            return Optional.empty();
        }
        String tail = unit == null ? "" : "\u2009" + unit;
        BigDecimal low = range.low();
        BigDecimal high = range.high();
        if (low != null && high != null && !range.lowOutside() && !range.highOutside()) {
            return Optional.of(low.compareTo(high) == 0 ? plain(low) + tail : plain(low) + "–" + plain(high) + tail);
        }
        List<String> ends = new ArrayList<>();
        if (low != null) {
            ends.add((range.lowOutside() ? "> " : "≥ ") + plain(low) + tail);
        }
        if (high != null) {
            ends.add((range.highOutside() ? "< " : "≤ ") + plain(high) + tail);
        }
        return ends.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", ends));
    }

    private Optional<String> options(List<String> codes, TemplateItem item) {
        return codes.isEmpty()
                ? Optional.empty()
                : Optional.of(codes.stream()
                        .map(code -> option(item, code))
                        .collect(Collectors.joining(texts.get("inspection.list.separator"))));
    }

    /** Name of an option; yes and no are the same in all forms. */
    public String option(TemplateItem item, String code) {
        return item.options().stream()
                .filter(option -> option.code().equals(code))
                .findFirst()
                .map(option -> texts.of(option.label()))
                .orElseGet(() -> texts.ofCode("inspection.answer.", code));
    }

    private String source(String source) {
        return Arrays.stream(source.split("/", -1))
                .map(part -> Arrays.stream(part.split("\\+", -1))
                        .map(this::oneSource)
                        .collect(Collectors.joining("＋")))
                .collect(Collectors.joining(" / "));
    }

    private String oneSource(String tag) {
        return switch (tag.strip()) {
            case "P" -> texts.get("inspection.source.practice");
            case "D" -> texts.get("inspection.source.product");
            case "model" -> texts.get("inspection.source.model");
            default -> texts.get("inspection.source.document", tag.strip());
        };
    }

    static String plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return Figures.shown(bare.scale() < 0 ? bare.setScale(0, RoundingMode.UNNECESSARY) : bare);
    }
}
