package xundang.model.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

    /** Worst first. What could not be judged weighs more than what is normal: a form with gaps is not called normal. */
    private static final List<Verdict> WORST_FIRST = List.of(
            Verdict.ABNORMAL, Verdict.WARNING, Verdict.UNJUDGED, Verdict.NORMAL, Verdict.RECORDED, Verdict.SKIPPED);

    /**
     * The form for one asset. Where an attribute that decides about rows is not known, the rows are shown. At a site whose
     * {@code photo_policy} is {@code forbidden_with_waiver} no picture is demanded; a pure photo item then needs a reason instead, which
     * names the approver.
     */
    public FormPlan plan(InspectionTemplate template, Attributes attributes) {
        KnownAttributes known = new KnownAttributes(attributes, template);
        boolean photosForbidden =
                known.filled(PHOTO_POLICY).filter(PHOTOS_FORBIDDEN::equals).isPresent();
        List<FormPlan.Section> sections = new ArrayList<>();
        int number = 0;
        for (InspectionTemplate.Section section : template.sections()) {
            List<FormSlot> slots = new ArrayList<>();
            for (InspectionTemplate.Entry entry : section.entries()) {
                if (applies(entry, known)) {
                    number++;
                    slots.addAll(slots(entry, number, known, photosForbidden));
                }
            }
            if (!slots.isEmpty()) {
                sections.add(new FormPlan.Section(section.title(), List.copyOf(slots)));
            }
        }
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
                wanted(template, sections));
    }

    private static List<FormPlan.WantedAttribute> wanted(InspectionTemplate template, List<FormPlan.Section> sections) {
        Map<String, Set<String>> items = new HashMap<>();
        sections.stream().flatMap(section -> section.slots().stream()).forEach(slot -> {
            List<String> missing =
                    slot.limits() == null ? List.of() : slot.limits().missingAttributes();
            missing.forEach(name -> items.computeIfAbsent(name, first -> new LinkedHashSet<>())
                    .add(slot.item().id()));
        });
        return template.attributeNames().stream()
                .filter(name -> items.containsKey(name) && !template.asks().contains(name))
                .map(name -> new FormPlan.WantedAttribute(
                        template.attribute(name).definition(), List.copyOf(items.getOrDefault(name, Set.of()))))
                .toList();
    }

    private static boolean applies(InspectionTemplate.Entry entry, Attributes attributes) {
        return entry.when() == null || entry.when().holds(attributes).orElse(true);
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
        return parts.stream()
                .map(part -> new FormSlot(new SlotId(item.id(), part), number, item, new Label(part, part), limits))
                .toList();
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
        requireFit(slot, value);
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
            case ReadingValue.Written written -> Verdict.RECORDED;
            case ReadingValue.Signed signed -> Verdict.RECORDED;
        };
    }

    private static Verdict ofNumber(SlotLimits limits, BigDecimal number) {
        if (limits.normal() != null && limits.normal().contains(number)) {
            return Verdict.NORMAL;
        }
        return limits.warn() != null && limits.warn().contains(number) ? Verdict.WARNING : Verdict.ABNORMAL;
    }

    private static Verdict ofOption(SlotLimits limits, String code) {
        if (limits.normalOptions().contains(code)) {
            return Verdict.NORMAL;
        }
        return limits.warnOptions().contains(code) ? Verdict.WARNING : Verdict.ABNORMAL;
    }

    private static void requireFit(FormSlot slot, ReadingValue value) {
        TemplateItem item = slot.item();
        boolean fits = switch (value) {
            case ReadingValue.YesNo yesNo -> item.kind() == ItemKind.YES_NO;
            case ReadingValue.Measured measured -> item.kind() == ItemKind.NUMBER || item.kind() == ItemKind.COMPUTED;
            case ReadingValue.Written written -> item.kind() == ItemKind.TEXT;
            case ReadingValue.Signed signed -> item.kind() == ItemKind.SIGNATURE;
            case ReadingValue.Choice choice -> fits(item, choice);
        };
        if (!fits) {
            throw new IllegalArgumentException("value does not fit slot " + slot.id());
        }
    }

    private static boolean fits(TemplateItem item, ReadingValue.Choice choice) {
        boolean several = choice.codes().size() > 1;
        boolean kindFits = item.kind() == ItemKind.MULTI_CHOICE || (item.kind() == ItemKind.CHOICE && !several);
        List<String> known =
                item.options().stream().map(TemplateItem.Option::code).toList();
        return kindFits && known.containsAll(choice.codes());
    }

    /** The values that follow from what was entered, unrounded; a row that cannot be worked out (yet) is not in the map. */
    public Map<SlotId, ReadingValue> computed(
            InspectionTemplate template, FormPlan plan, Map<SlotId, Reading> readings) {
        Map<SlotId, ReadingValue> values = new LinkedHashMap<>();
        for (InspectionTemplate.Section section : template.sections()) {
            for (InspectionTemplate.Entry entry : section.entries()) {
                SlotId slot = SlotId.of(entry.item().id());
                if (entry.compute() != null && plan.slot(slot).isPresent()) {
                    compute(entry.compute(), plan, readings)
                            .ifPresent(number -> values.put(slot, new ReadingValue.Measured(number)));
                }
            }
        }
        return values;
    }

    private static Optional<BigDecimal> compute(
            InspectionTemplate.Compute compute, FormPlan plan, Map<SlotId, Reading> readings) {
        List<SlotId> parts = plan.slots().stream()
                .map(FormSlot::id)
                .filter(id -> id.item().equals(compute.of()))
                .toList();
        List<BigDecimal> numbers = parts.stream()
                .map(readings::get)
                .filter(reading -> reading != null && reading.value() instanceof ReadingValue.Measured)
                .map(reading -> ((ReadingValue.Measured) reading.value()).number())
                .toList();
        return parts.isEmpty() || numbers.size() < parts.size()
                ? Optional.empty()
                : compute.function().of(numbers);
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
        return verdicts.stream()
                .min(Comparator.comparingInt(WORST_FIRST::indexOf))
                .orElse(Verdict.RECORDED);
    }
}
