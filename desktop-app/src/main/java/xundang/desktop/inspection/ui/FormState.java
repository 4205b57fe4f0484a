package xundang.desktop.inspection.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.Draft;
import xundang.desktop.platform.errors.PersonError;
import xundang.model.inspection.InspectionId;

/** The open form, as its answers, pictures and supplements see it, and what each form has under way. Interface's thread. */
final class FormState implements FormAnswers.OpenForm {
    private final FormRows rows;
    private final Consumer<PersonError> left;
    private final Consumer<Draft> answered;
    private final Consumer<Draft> pictured;
    private final Consumer<RowViewModel> stand;
    private final Map<InspectionId, FormWork> works = new HashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable PersonError> error = new ReadOnlyObjectWrapper<>();

    /**
     * @param left told what could not be saved of a form that was left meanwhile
     * @param answered gets the draft after an answer
     * @param pictured gets it after a picture
     * @param stand puts the cursor on a row
     */
    FormState(
            FormRows rows,
            Consumer<PersonError> left,
            Consumer<Draft> answered,
            Consumer<Draft> pictured,
            Consumer<RowViewModel> stand) {
        this.rows = rows;
        this.left = left;
        this.answered = answered;
        this.pictured = pictured;
        this.stand = stand;
    }

    ReadOnlyObjectProperty<@Nullable PersonError> errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** What went wrong with the form as a whole. */
    void error(@Nullable PersonError now) {
        error.set(now);
    }

    /** Nothing of the open form is under way any more, and nothing will be. */
    void done() {
        works.remove(id());
    }

    @Override
    public InspectionId id() {
        return rows.open().id();
    }

    @Override
    public boolean isOpen(InspectionId id) {
        return rows.isOpen(id);
    }

    @Override
    public FormWork work() {
        return works.computeIfAbsent(id(), ignored -> new FormWork());
    }

    @Override
    public RowViewModel current(RowViewModel row) {
        return rows.current(row);
    }

    @Override
    public void answered(Draft now) {
        answered.accept(now);
    }

    @Override
    public void pictured(Draft now) {
        pictured.accept(now);
    }

    @Override
    public void lost(String place, String entered, PersonError why) {
        left.accept(PersonError.of(why.code(), "inspection.error.left", place, entered));
    }

    @Override
    public void tell(InspectionId id, PersonError why) {
        if (rows.isOpen(id)) {
            error.set(why);
        } else {
            left.accept(why);
        }
    }

    @Override
    public void goTo(RowViewModel row, PersonError why) {
        stand.accept(current(row));
        current(row).tell(why);
    }
}
