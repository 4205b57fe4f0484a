package xundang.model.template;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;

/**
 * What changes for a draft that goes over to another version of its template. A draft stays on the version that it was begun with until its
 * author decides; this is what they are shown. Pure.
 *
 * @param added items that only the newer version has, in its order
 * @param removed items that only the older version has, in its order
 * @param changed items of both that differ, in the newer version's order
 */
public record TemplateUpgrade(
        String templateId,
        int fromVersion,
        int toVersion,
        List<TemplateItem> added,
        List<TemplateItem> removed,
        List<Changed> changed) {

    /** An item whose definition differs. */
    public record Changed(TemplateItem older, TemplateItem newer, Set<Aspect> aspects) {}

    /** What can differ between two versions of an item. */
    public enum Aspect {
        LABEL,
        KIND,
        UNIT,
        OPTIONS,
        /** 限值: a range, its source, or what is normal among the options. */
        LIMITS,
        PHOTO,
        /** When the item applies, or how often it is asked. */
        APPLICABILITY,
        COMPUTATION,
        /** Help, weight, notes, whether it may stay empty. */
        OTHER
    }

    /**
     * The answers after the upgrade.
     *
     * @param kept answers that stand in the newer form, judged by its limits
     * @param left answers that the newer form has no place for; they stay with the draft and are shown, never thrown away
     */
    public record Carried(Map<SlotId, Reading> kept, Map<SlotId, Reading> left) {}

    /**
     * Compares two versions of one template.
     *
     * @throws IllegalArgumentException if they are not of the same template
     */
    public static TemplateUpgrade between(InspectionTemplate older, InspectionTemplate newer) {
        if (!older.id().equals(newer.id())) {
            throw new IllegalArgumentException(older.id() + " and " + newer.id());
        }
        Map<String, InspectionTemplate.Entry> before = entries(older);
        Map<String, InspectionTemplate.Entry> after = entries(newer);
        List<Changed> changed = new ArrayList<>();
        after.forEach((id, entry) -> Optional.ofNullable(before.get(id)).ifPresent(was -> {
            Set<Aspect> aspects = aspects(was, entry, older, newer);
            if (!aspects.isEmpty()) {
                changed.add(new Changed(was.item(), entry.item(), aspects));
            }
        }));
        return new TemplateUpgrade(
                newer.id(),
                older.version(),
                newer.version(),
                only(after, before),
                only(before, after),
                List.copyOf(changed));
    }

    /** Takes the answers over into the newer version's form. */
    public static Carried carry(Map<SlotId, Reading> readings, FormPlan newer, FormEngine engine) {
        Map<SlotId, Reading> kept = new LinkedHashMap<>();
        Map<SlotId, Reading> left = new LinkedHashMap<>();
        readings.forEach((id, reading) -> {
            Optional<FormSlot> slot = newer.slot(id).filter(it -> hasPlaceFor(it, reading.value(), engine));
            if (slot.isPresent()) {
                kept.put(id, engine.judged(slot.get(), reading));
            } else {
                left.put(id, reading);
            }
        });
        return new Carried(kept, left);
    }

    private static boolean hasPlaceFor(FormSlot slot, @Nullable ReadingValue value, FormEngine engine) {
        return value == null || engine.fits(slot, value);
    }

    private static Map<String, InspectionTemplate.Entry> entries(InspectionTemplate template) {
        Map<String, InspectionTemplate.Entry> entries = new LinkedHashMap<>();
        template.sections().stream()
                .flatMap(section -> section.entries().stream())
                .forEach(entry -> entries.put(entry.item().id(), entry));
        return entries;
    }

    private static List<TemplateItem> only(
            Map<String, InspectionTemplate.Entry> here, Map<String, InspectionTemplate.Entry> there) {
        return here.values().stream()
                .map(InspectionTemplate.Entry::item)
                .filter(item -> !there.containsKey(item.id()))
                .toList();
    }

    private static Set<Aspect> aspects(
            InspectionTemplate.Entry was,
            InspectionTemplate.Entry is,
            InspectionTemplate older,
            InspectionTemplate newer) {
        Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
        TemplateItem a = was.item();
        TemplateItem b = is.item();
        note(aspects, Aspect.LABEL, a.label(), b.label());
        note(aspects, Aspect.KIND, a.kind(), b.kind());
        note(aspects, Aspect.UNIT, a.unit(), b.unit());
        note(aspects, Aspect.OPTIONS, a.options(), b.options());
        note(aspects, Aspect.OPTIONS, a.table(), b.table());
        note(aspects, Aspect.LIMITS, was.limits(), is.limits());
        note(aspects, Aspect.LIMITS, defaults(was, older), defaults(is, newer));
        note(aspects, Aspect.PHOTO, a.photo(), b.photo());
        note(aspects, Aspect.PHOTO, a.photoPair(), b.photoPair());
        note(aspects, Aspect.APPLICABILITY, was.when(), is.when());
        note(aspects, Aspect.APPLICABILITY, was.partition(), is.partition());
        note(aspects, Aspect.COMPUTATION, was.compute(), is.compute());
        note(aspects, Aspect.OTHER, a.help(), b.help());
        note(aspects, Aspect.OTHER, a.weight(), b.weight());
        note(aspects, Aspect.OTHER, a.answer(), b.answer());
        note(aspects, Aspect.OTHER, a.noteRequiredWhen(), b.noteRequiredWhen());
        return aspects;
    }

    /** Defaults that stand in the item's limits: the same formula means another range when they change. */
    private static Map<String, String> defaults(InspectionTemplate.Entry entry, InspectionTemplate template) {
        Map<String, String> defaults = new LinkedHashMap<>();
        if (entry.limits() != null) {
            entry.limits()
                    .attributes()
                    .forEach(name -> template.fallback(name).ifPresent(value -> defaults.put(name, value)));
        }
        return defaults;
    }

    private static void note(Set<Aspect> aspects, Aspect aspect, @Nullable Object was, @Nullable Object is) {
        if (!Objects.equals(was, is)) {
            aspects.add(aspect);
        }
    }
}
