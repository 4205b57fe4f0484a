package xundang.model.template;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import xundang.model.asset.AssetId;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.Skip;
import xundang.model.photo.PhotoId;

/** Shorthand of the template tests. */
final class Forms {
    static final FormEngine ENGINE = new FormEngine();
    static final TemplateCatalog CATALOG = TemplateCatalog.bundled();
    static final InspectionTemplate UPS_M = CATALOG.find("ups-m", 1).orElseThrow();
    static final OffsetDateTime AT = OffsetDateTime.parse("2026-08-03T14:05:00+08:00");

    /** A host about which everything is known. */
    static final Map<String, String> FULL = Map.ofEntries(
            Map.entry("phases", "3-3"),
            Map.entry("redundancy", "none"),
            Map.entry("parallel_n", "2"),
            Map.entry("v_in_nom", "380"),
            Map.entry("v_out_set", "400"),
            Map.entry("jar_count", "186"),
            Map.entry("jar_v", "2"),
            Map.entry("float_current_max", "5"),
            Map.entry("rated_backup_min", "30"));

    private Forms() {}

    static Attributes of(Map<String, String> values) {
        return name -> Optional.ofNullable(values.get(name));
    }

    static FormPlan plan(Map<String, String> values) {
        return ENGINE.plan(UPS_M, of(values));
    }

    /** The newest version of another form. */
    static FormPlan plan(String template, Map<String, String> values) {
        return plan(template, values, Map.of());
    }

    static FormPlan plan(String template, Map<String, String> values, Map<SlotId, Reading> readings) {
        return ENGINE.plan(CATALOG.find(template).orElseThrow(), of(values), readings);
    }

    static FormSlot slot(Map<String, String> values, String id) {
        return plan(values).slot(SlotId.parse(id)).orElseThrow();
    }

    static ReadingValue number(String number) {
        return new ReadingValue.Measured(new BigDecimal(number));
    }

    static ReadingValue choice(String... codes) {
        return new ReadingValue.Choice(List.of(codes));
    }

    /** Reads a value as the item's kind wants it. */
    static ReadingValue value(FormSlot slot, String text) {
        return switch (slot.item().kind()) {
            case NUMBER, COMPUTED -> number(text);
            case CHOICE, MULTI_CHOICE -> choice(text.split("\\+"));
            case YES_NO -> new ReadingValue.YesNo(text.equals("yes"));
            case TEXT, PHOTO -> new ReadingValue.Written(text);
            case SIGNATURE -> new ReadingValue.Signed(text, "");
            case DATE -> new ReadingValue.Dated(LocalDate.parse(text));
            case DATE_TIME -> new ReadingValue.Moment(OffsetDateTime.parse(text));
            case ASSET -> new ReadingValue.Referenced(new AssetId(new UUID(1, 1)), text);
            case TABLE, JAR_TABLE -> throw new IllegalArgumentException("no table in a word: " + text);
        };
    }

    static Reading reading(FormSlot slot, ReadingValue value, PhotoId... photos) {
        Verdict verdict = ENGINE.judge(slot, value, null);
        return new Reading(slot.id(), value, null, List.of(photos), null, verdict, AT);
    }

    static Reading skipped(FormSlot slot, String reason) {
        Skip skip = new Skip(Skip.Kind.NOT_INSPECTED, reason);
        return new Reading(slot.id(), null, skip, List.of(), null, Verdict.SKIPPED, AT);
    }

    static List<String> ids(FormPlan plan, String item) {
        return ids(
                plan.slots().stream().map(FormSlot::id).filter(id -> id.item().equals(item)));
    }

    static List<String> ids(Stream<SlotId> slots) {
        return slots.map(SlotId::toString).toList();
    }
}
