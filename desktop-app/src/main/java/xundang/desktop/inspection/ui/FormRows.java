package xundang.desktop.inspection.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.Draft;
import xundang.model.inspection.InspectionId;
import xundang.model.template.FormSlot;
import xundang.model.template.SlotId;

/** The draft that is open, and its rows. Interface's thread. */
final class FormRows {
    private final ReadOnlyObjectWrapper<@Nullable Draft> draft = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<RowViewModel>> rows = new ReadOnlyObjectWrapper<>(List.of());

    ReadOnlyObjectProperty<@Nullable Draft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<RowViewModel>> property() {
        return rows.getReadOnlyProperty();
    }

    List<RowViewModel> all() {
        return rows.get();
    }

    @Nullable
    Draft draft() {
        return draft.get();
    }

    /** The draft; there must be one. */
    Draft open() {
        Draft open = draft.get();
        if (open == null) {
            throw new IllegalStateException("no form is open");
        }
        return open;
    }

    boolean isOpen(InspectionId id) {
        Draft open = draft.get();
        return open != null && open.id().equals(id);
    }

    void clear() {
        rows.set(List.of());
        draft.set(null);
    }

    /** It is submitted; its rows stay in sight until another screen comes. */
    void submitted() {
        draft.set(null);
    }

    /** Takes over what the store holds; rows that did not change keep what is being typed in them. True if there are other rows now. */
    boolean show(Draft now) {
        Map<SlotId, RowViewModel> existing = new HashMap<>();
        rows.get().forEach(row -> existing.put(row.id(), row));
        List<RowViewModel> shown = now.form().slots().stream()
                .map(slot -> rowOf(slot, existing.get(slot.id()), now))
                .toList();
        shown.forEach(row -> {
            row.apply(now.readings().get(row.id()));
            row.remark(now.remarks().getOrDefault(row.id(), List.of()));
        });
        // The draft first: whoever shows the rows asks it for their sections.
        draft.set(now);
        boolean others = !shown.equals(rows.get());
        if (others) {
            rows.set(shown);
        }
        return others;
    }

    /** The same row as before, with the number and the limits that it has now. */
    private static RowViewModel rowOf(FormSlot slot, @Nullable RowViewModel before, Draft now) {
        if (before != null && before.kind() == slot.item().kind()) {
            before.become(slot);
            return before;
        }
        List<Draft.PastValue> history = now.history().getOrDefault(slot.id(), List.of());
        return new RowViewModel(slot, history, now.startedAt().getOffset());
    }

    /** The row of a slot, if the form has it. */
    Optional<RowViewModel> row(SlotId id) {
        return rows.get().stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** The row as it is now: it is another one where it went and came back, or where the form was opened again. */
    RowViewModel current(RowViewModel row) {
        return row(row.id()).orElse(row);
    }
}
