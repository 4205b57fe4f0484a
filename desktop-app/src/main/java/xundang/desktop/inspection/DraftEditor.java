package xundang.desktop.inspection;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.Skip;
import xundang.model.photo.PhotoId;
import xundang.model.template.FormEngine;
import xundang.model.template.FormPlan;
import xundang.model.template.FormSlot;
import xundang.model.template.ItemKind;
import xundang.model.template.SlotId;

/** Works out what a change of one slot does to the form: its rows, its verdicts, and the computed slots that follow from it. Pure. */
final class DraftEditor {
    /** A form settles in two or three steps; conditions that lead round in a circle must not hold the program up. */
    private static final int MOST_STEPS = 12;

    private final FormEngine engine = new FormEngine();

    /** Plans the form with the answers so far. */
    @FunctionalInterface
    interface Planner {
        FormPlan plan(Map<SlotId, Reading> answers);
    }

    /**
     * The form as the object and its own answers make it.
     *
     * @param readings what stands in its rows, judged, computed rows included
     * @param left answers without a row, because other answers took it away or it takes no such answer; they come back with their rows
     */
    record Standing(FormPlan form, Map<SlotId, Reading> readings, Map<SlotId, Reading> left) {}

    /** Readings to write and to remove. */
    record Edit(List<Reading> put, List<SlotId> cleared) {}

    /**
     * A slot is answered, skipped or cleared. Pictures stay with the slot whatever is typed into it. A number measured again because the one
     * before was an outlier keeps that one as the first value.
     *
     * @throws IllegalArgumentException if the value does not fit the slot, or the slot is computed
     */
    Edit answer(
            DraftReader.Open open,
            SlotId id,
            @Nullable ReadingValue value,
            @Nullable Skip skip,
            @Nullable String note,
            OffsetDateTime at) {
        FormSlot slot = open.slot(id);
        if (slot.item().kind() == ItemKind.COMPUTED) {
            throw new IllegalArgumentException("slot " + id + " is computed");
        }
        if (value != null && skip != null) {
            throw new IllegalArgumentException("slot " + id + " has a value or a reason, not both");
        }
        Optional<Reading> before = open.reading(id);
        List<PhotoId> photos = before.map(Reading::photos).orElse(List.of());
        String kept = note == null || note.isBlank() ? null : note;
        Map<SlotId, Reading> answers = new LinkedHashMap<>(open.draft().readings());
        answers.putAll(open.draft().left());
        if (value == null && skip == null && kept == null && photos.isEmpty()) {
            answers.remove(id);
        } else {
            ReadingValue first = before.map(held -> first(open, held, value)).orElse(null);
            answers.put(id, new Reading(id, value, skip, photos, kept, engine.judge(slot, value, skip), at, first));
        }
        return edit(open.draft(), standing(open.planner(), answers, at));
    }

    /** What was measured before the outlier was measured again; nothing for an answer that merely changed. */
    private static @Nullable ReadingValue first(DraftReader.Open open, Reading held, @Nullable ReadingValue value) {
        if (!(value instanceof ReadingValue.Measured)) {
            return null;
        }
        return held.firstValue() == null && open.draft().outlier(held).isPresent() ? held.value() : held.firstValue();
    }

    /** The slot's reading with one more picture; its answer and verdict stay. */
    Reading withPhoto(DraftReader.Open open, SlotId id, PhotoId photo, OffsetDateTime at) {
        FormSlot slot = open.slot(id);
        Reading before = open.reading(id)
                .orElseGet(() -> new Reading(id, null, null, List.of(), null, engine.judge(slot, null, null), at));
        List<PhotoId> photos = new ArrayList<>(before.photos());
        photos.add(photo);
        return new Reading(
                id,
                before.value(),
                before.skip(),
                List.copyOf(photos),
                before.note(),
                before.verdict(),
                before.recordedAt(),
                before.firstValue());
    }

    /** What changes in the draft when its form becomes that one; each answer keeps its own time. */
    Edit edit(Draft before, Standing after) {
        Map<SlotId, Reading> readings = new LinkedHashMap<>(before.readings());
        readings.keySet().removeIf(slot -> after.left().containsKey(slot) && !isComputed(before.form(), slot));
        return difference(readings, after.readings());
    }

    /** The form with these answers in its rows, where each answer has its own time and a computed row that of the newest answer. */
    Standing standing(Planner planner, Map<SlotId, Reading> answers) {
        OffsetDateTime newest = answers.values().stream()
                .map(Reading::recordedAt)
                .max(Comparator.comparing(OffsetDateTime::toInstant))
                .orElse(OffsetDateTime.MIN);
        return standing(planner, answers, newest);
    }

    /**
     * The form settles: an answer may take away a row, and with it the answer on which another row depends. What the ledger says may have
     * changed since the answers were given, so the verdicts of a draft always follow from the form; only submitting freezes them.
     */
    private Standing standing(Planner planner, Map<SlotId, Reading> answers, OffsetDateTime at) {
        Map<SlotId, Reading> now = answers;
        FormPlan form = planner.plan(now);
        for (int step = 0; step < MOST_STEPS; step++) {
            Map<SlotId, Reading> next = judged(form, answers, at);
            if (next.equals(now)) {
                break;
            }
            now = next;
            form = planner.plan(now);
        }
        Map<SlotId, Reading> readings = judged(form, answers, at);
        Map<SlotId, Reading> left = new LinkedHashMap<>(answers);
        left.keySet().removeAll(readings.keySet());
        return new Standing(form, readings, left);
    }

    private static boolean isComputed(FormPlan form, SlotId id) {
        return form.slot(id)
                .filter(slot -> slot.item().kind() == ItemKind.COMPUTED)
                .isPresent();
    }

    private Map<SlotId, Reading> judged(FormPlan form, Map<SlotId, Reading> answers, OffsetDateTime at) {
        Map<SlotId, Reading> readings = new LinkedHashMap<>();
        for (FormSlot slot : form.slots()) {
            Reading reading = answers.get(slot.id());
            if (reading != null && (reading.value() == null || engine.fits(slot, reading.value()))) {
                readings.put(slot.id(), engine.judged(slot, reading));
            }
        }
        recompute(form, readings, at);
        return readings;
    }

    private void recompute(FormPlan form, Map<SlotId, Reading> readings, OffsetDateTime at) {
        Map<SlotId, ReadingValue> computed = engine.computed(form, readings);
        for (FormSlot slot : form.slots()) {
            if (slot.item().kind() != ItemKind.COMPUTED) {
                continue;
            }
            ReadingValue value = computed.get(slot.id());
            Reading before = readings.get(slot.id());
            if (value == null) {
                readings.remove(slot.id());
            } else if (before == null || !value.equals(before.value())) {
                List<PhotoId> photos = before == null ? List.of() : before.photos();
                readings.put(
                        slot.id(),
                        new Reading(slot.id(), value, null, photos, null, engine.judge(slot, value, null), at));
            }
        }
    }

    private static Edit difference(Map<SlotId, Reading> before, Map<SlotId, Reading> after) {
        return new Edit(
                after.values().stream()
                        .filter(reading -> !Objects.equals(before.get(reading.slot()), reading))
                        .toList(),
                before.keySet().stream()
                        .filter(slot -> !after.containsKey(slot))
                        .toList());
    }
}
