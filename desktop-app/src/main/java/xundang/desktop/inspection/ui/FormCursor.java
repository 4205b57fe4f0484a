package xundang.desktop.inspection.ui;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import xundang.model.template.ItemKind;
import xundang.model.template.SlotId;

/** Which row of the form is active, and how it moves. A row that is left is saved first. Interface's thread. */
final class FormCursor {
    /** Saves what is typed in a row; false if it is no value of that row, which then says so itself. */
    @FunctionalInterface
    interface Saving {
        /** @param next the row where the cursor goes */
        boolean save(RowViewModel row, SlotId next);
    }

    private final ReadOnlyObjectProperty<List<RowViewModel>> rows;
    private final Saving saving;
    private final ReadOnlyObjectWrapper<@Nullable RowViewModel> active = new ReadOnlyObjectWrapper<>();

    /**
     * @param rows all rows in order
     * @param saving saves what is typed in a row
     */
    FormCursor(ReadOnlyObjectProperty<List<RowViewModel>> rows, Saving saving) {
        this.rows = rows;
        this.saving = saving;
    }

    ReadOnlyObjectProperty<@Nullable RowViewModel> activeProperty() {
        return active.getReadOnlyProperty();
    }

    @Nullable
    RowViewModel active() {
        return active.get();
    }

    /** Stands there without saving anything. */
    void set(@Nullable RowViewModel row) {
        active.set(row);
    }

    /** Makes a row the active one; what stands in the row that is left is saved. */
    void activate(RowViewModel row) {
        RowViewModel before = active.get();
        if (row.equals(before)) {
            return;
        }
        if (before != null) {
            saving.save(before, row.id());
            before.openPanel(RowViewModel.Panel.NONE);
        }
        active.set(row);
    }

    /** Goes on by one row, or back; computed rows are passed over. Stays if what is typed is no value of the row. */
    void move(int step) {
        RowViewModel row = active.get();
        if (row == null) {
            return;
        }
        List<RowViewModel> all = rows.get();
        int target = all.indexOf(row) + step;
        while (target >= 0 && target < all.size() && all.get(target).kind() == ItemKind.COMPUTED) {
            target += step;
        }
        RowViewModel goal = target < 0 || target >= all.size() ? row : all.get(target);
        if (saving.save(row, goal.id())) {
            if (step > 0 && row.asksSecond()) {
                row.openPanel(RowViewModel.Panel.SECOND);
                return;
            }
            row.openPanel(RowViewModel.Panel.NONE);
            active.set(goal);
        }
    }
}
