package xundang.desktop.asset.ui;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.desktop.asset.AssetEditing;
import xundang.desktop.asset.Dossier;
import xundang.desktop.asset.FormOffer;
import xundang.desktop.asset.Ledger;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.fx.TypedValue;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.desktop.platform.value.FieldMeaning;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.PlannedSlot;

/** One object's file, and the one main action on it. Interface's thread. */
public final class DossierViewModel {
    /** Where the main action leads; inspections are another feature. */
    public interface Actions {
        /** Begins an inspection; without an occurrence it answers none in particular. */
        void begin(AssetId asset, String templateId, @Nullable PlannedSlot occurrence);

        /** Goes on with the open draft. */
        void resume(InspectionId draft);

        /** Shows a conflict at the sync centre. */
        void openConflict(UUID conflict);

        /** Shows a submitted inspection. */
        void openSubmitted(InspectionId inspection);

        /** Asks where a print of these shall go. */
        void print(List<InspectionId> which);
    }

    /** Inspections of one print; with their pictures they stay in memory until the file is written. */
    private static final int MOST_PRINTED = 24;

    /** One field while somebody changes it. */
    public record FieldEdit(AssetId asset, TypedValue typed) {}

    private final Ledger ledger;
    private final AssetEditing editing;
    private final BackgroundTasks tasks;
    private final Actions actions;
    private final ReadOnlyObjectWrapper<@Nullable Dossier> dossier = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PersonError> error = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable FieldEdit> edit = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PersonError> editError = new ReadOnlyObjectWrapper<>();
    private @Nullable AssetId wanted;
    private boolean changedMeanwhile;

    public DossierViewModel(Ledger ledger, AssetEditing editing, BackgroundTasks tasks, Actions actions) {
        this.ledger = ledger;
        this.editing = editing;
        this.tasks = tasks;
        this.actions = actions;
    }

    /** Shows a submitted inspection of the history. */
    public void openSubmitted(InspectionId inspection) {
        actions.openSubmitted(inspection);
    }

    /** Prints the newest inspections of the history into one file; false if there are none. */
    public boolean printHistory() {
        Dossier shown = dossier.get();
        if (shown == null || shown.history().isEmpty()) {
            return false;
        }
        actions.print(shown.history().stream()
                .limit(MOST_PRINTED)
                .map(Dossier.PastInspection::id)
                .toList());
        return true;
    }

    /** Shows another object; the previous one stays until the new one is there. */
    public void open(AssetId id) {
        if (!id.equals(wanted)) {
            stopEditing();
        }
        wanted = id;
        tasks.store(
                () -> ledger.dossier(id),
                found -> {
                    if (id.equals(wanted)) {
                        show(found);
                    }
                },
                fault -> error.set(Faults.onReading(fault)));
    }

    private void show(Optional<Dossier> found) {
        error.set(found.isPresent() ? null : PersonError.of("E-ASSET-101", "asset.error.gone"));
        dossier.set(found.orElse(null));
    }

    /** Reads the same object again; while a field is being changed only after that, so that nothing moves under the person's hands. */
    public void reload() {
        if (edit.get() != null) {
            changedMeanwhile = true;
        } else if (wanted != null) {
            open(wanted);
        }
    }

    /** Shows nothing. */
    public void clear() {
        stopEditing();
        wanted = null;
        dossier.set(null);
        error.set(null);
    }

    public ReadOnlyObjectProperty<@Nullable Dossier> dossierProperty() {
        return dossier.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable PersonError> errorProperty() {
        return error.getReadOnlyProperty();
    }

    /**
     * Goes on with the draft, or begins what is due.
     *
     * @param place which of the due inspections, from 0, the main action; a place without one does nothing
     */
    public void begin(int place) {
        Dossier shown = dossier.get();
        if (shown == null || place < 0 || place >= shown.due().size()) {
            return;
        }
        Dossier.Due due = shown.due().get(place);
        InspectionId draft = due.openDraft();
        if (draft != null) {
            actions.resume(draft);
        } else {
            actions.begin(shown.asset().id(), due.templateId(), due.later() ? null : due.occurrence());
        }
    }

    /** Looks up which forms fit the object that is shown; {@code found} gets them. */
    public void forms(Consumer<List<FormOffer>> found) {
        Dossier shown = dossier.get();
        if (shown != null) {
            tasks.store(() -> ledger.forms(shown.asset().id()), found, fault -> error.set(Faults.onReading(fault)));
        }
    }

    /** Fills in a form that somebody chose: goes on with the draft, or begins. */
    public void fill(FormOffer form) {
        if (form.openDraft() != null) {
            actions.resume(form.openDraft());
        } else {
            actions.begin(form.subject(), form.templateId(), null);
        }
    }

    /** Whether this person may change fields of objects at all. */
    public boolean mayEdit() {
        return editing.mayEdit();
    }

    /** The field that is being changed; null when none is. */
    public ReadOnlyObjectProperty<@Nullable FieldEdit> editProperty() {
        return edit.getReadOnlyProperty();
    }

    /** Why the last change was not saved; what was typed is still there. */
    public ReadOnlyObjectProperty<@Nullable PersonError> editErrorProperty() {
        return editError.getReadOnlyProperty();
    }

    /** Opens a field for typing, with its present value or empty. */
    public void edit(FieldMeaning meaning, @Nullable JsonNode present) {
        Dossier shown = dossier.get();
        if (shown != null && mayEdit()) {
            editError.set(null);
            edit.set(new FieldEdit(shown.asset().id(), new TypedValue(meaning, present)));
        }
    }

    /** Closes the field without a change; false if none was open. */
    public boolean cancelEdit() {
        boolean open = edit.get() != null;
        stopEditing();
        if (changedMeanwhile) {
            changedMeanwhile = false;
            reload();
        }
        return open;
    }

    private void stopEditing() {
        edit.set(null);
        editError.set(null);
    }

    /** Saves what was typed, if it fits; otherwise the problem shows and what was typed stays. */
    public void saveEdit() {
        FieldEdit open = edit.get();
        if (open != null) {
            open.typed().read().ifPresent(value -> save(open, value.value()));
        }
    }

    private void save(FieldEdit open, @Nullable JsonNode value) {
        tasks.store(
                () -> editing.change(open.asset(), open.typed().meaning().field(), value),
                outcome -> saved(open, outcome),
                fault -> editError.set(Faults.toPerson(fault)));
    }

    private void saved(FieldEdit open, AssetEditing.EditOutcome outcome) {
        switch (outcome) {
            case AssetEditing.EditOutcome.Changed ignored -> close(open);
            case AssetEditing.EditOutcome.Same ignored -> close(open);
            case AssetEditing.EditOutcome.Wrong ignored ->
                editError.set(PersonError.of("E-ASSET-111", "asset.error.wrongValue"));
            case AssetEditing.EditOutcome.Required ignored ->
                editError.set(PersonError.of("E-ASSET-112", "asset.error.required"));
            case AssetEditing.EditOutcome.NotAllowed ignored ->
                editError.set(PersonError.of("E-ASSET-113", "asset.error.editNotAllowed"));
            case AssetEditing.EditOutcome.Gone ignored ->
                editError.set(PersonError.of("E-ASSET-101", "asset.error.gone"));
        }
    }

    private void close(FieldEdit saved) {
        if (saved.equals(edit.get())) {
            stopEditing();
            changedMeanwhile = false;
            reload();
        }
    }

    /** Shows one of the object's conflicts where it can be decided. */
    public void openConflict(UUID conflict) {
        actions.openConflict(conflict);
    }
}
