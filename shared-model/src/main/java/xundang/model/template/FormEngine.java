package xundang.model.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xundang.model.battery.JarRules;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.Skip;

/**
 * Works out forms: which rows a template has for an asset, verdicts, computed values, what is still missing. Pure and safe for all
 * threads. The laptop judges with it; the server keeps the verdicts that a submitted form carries. Rules: domain specification, section 4
 * "Reading the tables".
 */
public final class FormEngine {
    /** Attribute of a site; where pictures need a waiver, a form must not demand them. */
    public static final String PHOTO_POLICY = "photo_policy";

    /** The value of {@link #PHOTO_POLICY} that forbids pictures. */
    public static final String PHOTOS_FORBIDDEN = "forbidden_with_waiver";

    /**
     * The form for one asset. Where an attribute that decides about rows is not known, the rows are shown. At a site whose
     * {@code photo_policy} is {@code forbidden_with_waiver} no picture is demanded; a pure photo item then needs a reason instead, which
     * names the approver.
     */
    public FormPlan plan(InspectionTemplate template, Attributes attributes) {
        return plan(template, attributes, Map.of());
    }

    /** The same with the answers so far, because some rows and limits depend on other answers; worked out again after each of those. */
    public FormPlan plan(InspectionTemplate template, Attributes asset, Map<SlotId, Reading> readings) {
        Attributes attributes = asset.orElse(Attributes.ofAnswers(readings));
        KnownAttributes known = new KnownAttributes(attributes, template);
        boolean photosForbidden =
                known.filled(PHOTO_POLICY).filter(PHOTOS_FORBIDDEN::equals).isPresent();
        List<FormPlan.Section> sections = new ArrayList<>();
        int number = 0;
        for (InspectionTemplate.Section section : template.sections()) {
            List<FormSlot> slots = new ArrayList<>();
            for (InspectionTemplate.Entry entry : section.entries()) {
                if (entry.applies(known)) {
                    number++;
                    slots.addAll(slots(entry, number, known, photosForbidden));
                }
            }
            if (!slots.isEmpty()) {
                sections.add(new FormPlan.Section(section.title(), List.copyOf(slots)));
            }
        }
        Map<SlotId, Calculation> calculations = calculations(template, known, sections);
        List<FormPlan.AskedAttribute> asked = template.asks().stream()
                .filter(name -> known.value(name).isEmpty())
                .map(name -> new FormPlan.AskedAttribute(
                        name,
                        template.attribute(name).definition().label(),
                        template.attribute(name).options()))
                .toList();
        return new FormPlan(
                template.id(),
                template.version(),
                template.title(),
                List.copyOf(sections),
                asked,
                wanted(template, sections, calculations),
                calculations);
    }

    private static Map<SlotId, Calculation> calculations(
            InspectionTemplate template, KnownAttributes known, List<FormPlan.Section> sections) {
        List<SlotId> slots = sections.stream()
                .flatMap(section -> section.slots().stream())
                .map(FormSlot::id)
                .toList();
        Map<SlotId, Calculation> calculations = new LinkedHashMap<>();
        for (InspectionTemplate.Section section : template.sections()) {
            for (InspectionTemplate.Entry entry : section.entries()) {
                SlotId slot = SlotId.of(entry.item().id());
                if (entry.compute() != null && slots.contains(slot)) {
                    calculations.put(slot, entry.compute().forAsset(known, slots));
                }
            }
        }
        return Collections.unmodifiableMap(calculations);
    }

    private static List<FormPlan.WantedAttribute> wanted(
            InspectionTemplate template, List<FormPlan.Section> sections, Map<SlotId, Calculation> calculations) {
        Map<String, Set<String>> items = new HashMap<>();
        sections.stream().flatMap(section -> section.slots().stream()).forEach(slot -> {
            List<String> missing = new ArrayList<>(
                    slot.limits() == null ? List.of() : slot.limits().missingAttributes());
            Optional.ofNullable(calculations.get(slot.id()))
                    .ifPresent(calculation -> missing.addAll(calculation.missingAttributes()));
            missing.forEach(name -> items.computeIfAbsent(name, first -> new LinkedHashSet<>())
                    .add(slot.item().id()));
        });
        return template.attributeNames().stream()
                .filter(name -> items.containsKey(name) && !template.asks().contains(name))
                .map(name -> new FormPlan.WantedAttribute(
                        template.attribute(name).definition(), List.copyOf(items.getOrDefault(name, Set.of()))))
                .toList();
    }

    private static List<FormSlot> slots(
            InspectionTemplate.Entry entry, int number, KnownAttributes attributes, boolean photosForbidden) {
        TemplateItem item = photosForbidden ? entry.item().withPhoto(PhotoRule.NONE) : entry.item();
        SlotLimits limits = entry.limits() == null ? null : entry.limits().forAsset(attributes);
        List<String> parts =
                entry.partition() == null ? List.of() : entry.partition().parts(attributes);
        if (parts.isEmpty()) {
            return List.of(new FormSlot(SlotId.of(item.id()), number, item, null, limits));
        }
        Partition partition = Objects.requireNonNull(entry.partition());
        return parts.stream()
                .map(part -> new FormSlot(new SlotId(item.id(), part), number, item, partition.label(part), limits))
                .toList();
    }

    /** The same answer, judged by the limits that the row has now; throws as {@link #judge}. */
    public Reading judged(FormSlot slot, Reading reading) {
        return new Reading(
                reading.slot(),
                reading.value(),
                reading.skip(),
                reading.photos(),
                reading.note(),
                judge(slot, reading.value(), reading.skip()),
                reading.recordedAt(),
                reading.firstValue());
    }

    /**
     * Judges one row. A row that holds only a note or pictures is {@link Verdict#RECORDED}.
     *
     * @throws IllegalArgumentException if the value is not of the item's kind or names an option that the item does not have
     */
    public Verdict judge(FormSlot slot, @Nullable ReadingValue value, @Nullable Skip skip) {
        if (skip != null) {
            return Verdict.SKIPPED;
        }
        if (value == null) {
            return Verdict.RECORDED;
        }
        if (!fits(slot, value)) {
            throw new IllegalArgumentException("value does not fit slot " + slot.id());
        }
        SlotLimits limits = slot.limits();
        if (limits == null) {
            return Verdict.RECORDED;
        }
        if (limits.obstacle() != null) {
            return Verdict.UNJUDGED;
        }
        return switch (value) {
            case ReadingValue.Measured measured -> ofNumber(limits, measured.number());
            case ReadingValue.YesNo yesNo -> ofOption(limits, yesNo.yes() ? "yes" : "no");
            case ReadingValue.Choice choice ->
                worst(choice.codes().stream()
                        .map(code -> ofOption(limits, code))
                        .toList());
            case ReadingValue.Jars jars -> jars(limits, jars);
            case ReadingValue.Written written -> Verdict.RECORDED;
            case ReadingValue.Signed signed -> Verdict.RECORDED;
            case ReadingValue.Dated dated -> Verdict.RECORDED;
            case ReadingValue.Moment moment -> Verdict.RECORDED;
            case ReadingValue.Referenced referenced -> Verdict.RECORDED;
            case ReadingValue.Table table -> Verdict.RECORDED;
        };
    }

    private static Verdict ofNumber(SlotLimits limits, BigDecimal number) {
        if (limits.normal() != null && limits.normal().contains(number)) {
            return Verdict.NORMAL;
        }
        return limits.warn() != null && limits.warn().contains(number) ? Verdict.WARNING : Verdict.ABNORMAL;
    }

    private static Verdict jars(SlotLimits limits, ReadingValue.Jars jars) {
        return limits.jars() == null
                ? Verdict.RECORDED
                : JarRules.judge(jars, limits.jars()).overall();
    }

    private static Verdict ofOption(SlotLimits limits, String code) {
        if (limits.normalOptions().contains(code)) {
            return Verdict.NORMAL;
        }
        if (limits.unjudgedOptions().contains(code)) {
            return Verdict.UNJUDGED;
        }
        return limits.warnOptions().contains(code) ? Verdict.WARNING : Verdict.ABNORMAL;
    }

    /** Whether the value is of the item's kind and names only options that the item has. */
    public boolean fits(FormSlot slot, ReadingValue value) {
        TemplateItem item = slot.item();
        return switch (value) {
            case ReadingValue.YesNo yesNo -> item.kind() == ItemKind.YES_NO;
            case ReadingValue.Measured measured -> item.kind() == ItemKind.NUMBER || item.kind() == ItemKind.COMPUTED;
            case ReadingValue.Written written -> item.kind() == ItemKind.TEXT;
            case ReadingValue.Signed signed -> item.kind() == ItemKind.SIGNATURE;
            case ReadingValue.Choice choice -> fits(item, choice);
            case ReadingValue.Dated dated -> item.kind() == ItemKind.DATE;
            case ReadingValue.Moment moment -> item.kind() == ItemKind.DATE_TIME;
            case ReadingValue.Referenced referenced -> item.kind() == ItemKind.ASSET;
            case ReadingValue.Table table -> item.kind() == ItemKind.TABLE;
            case ReadingValue.Jars jars -> item.kind() == ItemKind.JAR_TABLE;
        };
    }

    private static boolean fits(TemplateItem item, ReadingValue.Choice choice) {
        boolean several = choice.codes().size() > 1;
        boolean kindFits = item.kind() == ItemKind.MULTI_CHOICE || (item.kind() == ItemKind.CHOICE && !several);
        List<String> known =
                item.options().stream().map(TemplateItem.Option::code).toList();
        return kindFits && known.containsAll(choice.codes());
    }

    /**
     * The values that follow from what was entered, unrounded, in the form's order; a row that cannot be worked out (yet) is not in the map.
     * A row may follow from a computed row above it.
     */
    public Map<SlotId, ReadingValue> computed(FormPlan plan, Map<SlotId, Reading> readings) {
        Map<SlotId, ReadingValue> known = new HashMap<>();
        readings.forEach((slot, reading) -> {
            if (reading.value() != null && !plan.calculations().containsKey(slot)) {
                known.put(slot, reading.value());
            }
        });
        Map<SlotId, ReadingValue> values = new LinkedHashMap<>();
        plan.calculations()
                .forEach((slot, calculation) -> calculation.of(known).ifPresent(number -> {
                    ReadingValue value = new ReadingValue.Measured(number);
                    known.put(slot, value);
                    values.put(slot, value);
                }));
        return values;
    }

    /** What the form still lacks. Computed rows are never missing; nobody can type them. */
    public Completeness completeness(FormPlan plan, Map<SlotId, Reading> readings) {
        return FormGaps.of(plan, readings);
    }

    /** Whether the row's answer needs a note, such as the text of an alarm, and has none. */
    public boolean lacksNote(FormSlot slot, @Nullable Reading reading) {
        return FormGaps.lacksNote(slot, reading);
    }

    /** The worst of several verdicts; {@link Verdict#RECORDED} when there is none. */
    public Verdict worst(Collection<Verdict> verdicts) {
        return Verdict.worst(verdicts);
    }
}
