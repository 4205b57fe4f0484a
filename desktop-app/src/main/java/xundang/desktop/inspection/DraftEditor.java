package xundang.desktop.inspection;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Works out what a change of one slot does to the form: its verdict, and the computed slots that follow from it. Pure. */
final class DraftEditor {
    private final FormEngine engine = new FormEngine();
    private final Signatures signatures = new Signatures();

    /** Readings to write and to remove. */
    record Edit(List<Reading> put, List<SlotId> cleared) {}

    /**
     * A slot is answered, skipped or cleared. Pictures stay with the slot whatever is typed into it.
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
        List<PhotoId> photos = open.reading(id).map(Reading::photos).orElse(List.of());
        String kept = note == null || note.isBlank() ? null : note;
        Map<SlotId, Reading> readings = new LinkedHashMap<>(open.draft().readings());
        if (value == null && skip == null && kept == null && photos.isEmpty()) {
            readings.remove(id);
        } else {
            readings.put(id, new Reading(id, value, skip, photos, kept, engine.judge(slot, value, skip), at));
        }
        recompute(open.draft().form(), readings, at);
        signatures.bind(open, id, readings);
        return difference(open.draft().readings(), readings);
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
                before.recordedAt());
    }

    /** The limits changed under the answers: each that now judges otherwise is written anew, with its own time. */
    Edit rejudge(DraftReader.Open open, FormPlan form) {
        Map<SlotId, Reading> before = new LinkedHashMap<>(open.draft().readings());
        before.keySet().retainAll(form.slots().stream().map(FormSlot::id).toList());
        return difference(before, judged(form, before));
    }

    /**
     * The answers as the form judges them now, in its order. What the ledger says may have changed since they were given, so the verdict of a
     * draft always follows from the form; only submitting freezes it. Computed rows follow; one that is new has the time of the newest
     * answer.
     */
    Map<SlotId, Reading> judged(FormPlan form, Map<SlotId, Reading> answers) {
        Map<SlotId, Reading> readings = new LinkedHashMap<>();
        for (FormSlot slot : form.slots()) {
            Reading reading = answers.get(slot.id());
            if (reading != null) {
                readings.put(slot.id(), engine.judged(slot, reading));
            }
        }
        answers.values().stream()
                .map(Reading::recordedAt)
                .max(Comparator.comparing(OffsetDateTime::toInstant))
                .ifPresent(newest -> recompute(form, readings, newest));
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
