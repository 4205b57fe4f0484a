package xundang.desktop.inspection.ui.submitted;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.SubmittedInspection;
import xundang.desktop.inspection.SubmittedInspection.Row;
import xundang.desktop.inspection.SubmittedInspections;
import xundang.desktop.inspection.SubmittedInspections.AddendumOutcome;
import xundang.desktop.inspection.SubmittedInspections.Wanted;
import xundang.desktop.inspection.SubmittedService;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.model.asset.AssetId;
import xundang.model.inspection.AddendumBody;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.Skip;
import xundang.model.template.SlotId;

/** One submitted inspection and what can be added to it. Interface's thread. */
public final class SubmittedViewModel {
    /** Ways to other screens. */
    public interface Actions {
        /** Opens the object's file. */
        void openDossier(AssetId asset);

        /** Asks where a print of these shall go. */
        void print(List<InspectionId> which);
    }

    /** What is open under the heading. */
    public enum Panel {
        NONE,
        /** 更正 of the row. */
        CORRECT,
        /** 补充 to the row, or to the whole record when no row is chosen. */
        REMARK
    }

    private final SubmittedInspections inspections;
    private final BackgroundTasks tasks;
    private final Actions actions;
    private final ReadOnlyObjectWrapper<@Nullable SubmittedInspection> inspection = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PersonError> error = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SlotId> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Panel> panel = new ReadOnlyObjectWrapper<>(Panel.NONE);
    private @Nullable InspectionId id;

    public SubmittedViewModel(SubmittedInspections inspections, BackgroundTasks tasks, Actions actions) {
        this.inspections = inspections;
        this.tasks = tasks;
        this.actions = actions;
    }

    /** Shows that inspection. */
    public void open(InspectionId which) {
        id = which;
        inspection.set(null);
        chosen.set(null);
        panel.set(Panel.NONE);
        error.set(null);
        reload();
    }

    /** Asks again; what is being typed stays. */
    public void reload() {
        InspectionId which = id;
        if (which != null) {
            tasks.store(
                    () -> inspections.find(which),
                    found -> loaded(which, found),
                    fault -> error.set(Faults.onReading(fault)));
        }
    }

    private void loaded(InspectionId which, Optional<SubmittedInspection> found) {
        if (!which.equals(id)) {
            return;
        }
        inspection.set(found.orElse(null));
        if (found.isEmpty()) {
            error.set(PersonError.of("E-FORM-150", "inspection.error.submittedGone"));
        }
    }

    /** Null until it is read, and when this laptop does not hold it. */
    public ReadOnlyObjectProperty<@Nullable SubmittedInspection> inspectionProperty() {
        return inspection.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable PersonError> errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** The row that keys act on. */
    public ReadOnlyObjectProperty<@Nullable SlotId> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Panel> panelProperty() {
        return panel.getReadOnlyProperty();
    }

    /** The chosen row. */
    public Optional<Row> row() {
        SubmittedInspection shown = inspection.get();
        SlotId slot = chosen.get();
        return shown == null || slot == null ? Optional.empty() : shown.row(slot);
    }

    /** Chooses a row; an open panel closes, because it was about another one. */
    public void choose(@Nullable SlotId slot) {
        if (panel.get() == Panel.NONE) {
            chosen.set(slot);
        }
    }

    /** The next row, or the one before. */
    public void move(int steps) {
        SubmittedInspection shown = inspection.get();
        if (shown == null || panel.get() != Panel.NONE) {
            return;
        }
        List<SlotId> slots = shown.rows().stream().map(row -> row.slot().id()).toList();
        int at = slots.indexOf(chosen.get());
        chosen.set(slots.get(Math.clamp(at < 0 ? 0 : at + steps, 0, slots.size() - 1)));
    }

    /** Opens a panel, if the person may and the row can. */
    public void openPanel(Panel wanted) {
        SubmittedInspection shown = inspection.get();
        if (shown == null) {
            return;
        }
        error.set(null);
        if (!shown.mayAmend()) {
            error.set(refusal(SubmittedInspections.Reason.NOT_ALLOWED));
            return;
        }
        if (wanted == Panel.CORRECT
                && row().filter(row -> SubmittedService.correctable(row.slot())).isEmpty()) {
            error.set(refusal(SubmittedInspections.Reason.NOT_CORRECTABLE));
            return;
        }
        panel.set(wanted);
    }

    /** Closes the panel; false if there was none. */
    public boolean closePanel() {
        boolean open = panel.get() != Panel.NONE;
        panel.set(Panel.NONE);
        error.set(null);
        return open;
    }

    /** Another answer for the chosen row. */
    public void correct(@Nullable ReadingValue value, @Nullable Skip skip, String reason) {
        SlotId slot = chosen.get();
        if (slot != null) {
            add(new Wanted.Correction(slot, value, skip, reason));
        }
    }

    /** A remark on the chosen row, or on the whole record. */
    public void remark(String reason) {
        add(new Wanted.Remark(chosen.get(), reason));
    }

    /** What was typed is no value of the row. */
    public void wrong(PersonError what) {
        error.set(what);
    }

    private void add(Wanted wanted) {
        InspectionId which = id;
        if (which == null) {
            return;
        }
        error.set(null);
        tasks.store(() -> inspections.add(which, wanted), this::added, fault -> error.set(Faults.toPerson(fault)));
    }

    private void added(AddendumOutcome outcome) {
        switch (outcome) {
            case AddendumOutcome.Added added -> {
                panel.set(Panel.NONE);
                inspection.set(added.now());
            }
            case AddendumOutcome.Refused refused -> error.set(refusal(refused.reason()));
        }
    }

    private static PersonError refusal(SubmittedInspections.Reason reason) {
        return switch (reason) {
            case NOT_ALLOWED -> PersonError.of("E-FORM-151", "inspection.error.mayNotAmend");
            case WITHOUT_REASON -> PersonError.of("E-FORM-152", "inspection.error.amendWithoutReason");
            case REASON_TOO_LONG ->
                PersonError.of("E-FORM-153", "inspection.error.amendReasonTooLong", AddendumBody.MAX_REASON);
            case SAME_ANSWER -> PersonError.of("E-FORM-154", "inspection.error.amendSame");
            case NOT_CORRECTABLE -> PersonError.of("E-FORM-155", "inspection.error.notCorrectable");
            case WRONG_VALUE -> PersonError.of("E-FORM-156", "inspection.error.amendWrongValue");
        };
    }

    /** Prints it. */
    public void print() {
        if (inspection.get() != null && id != null) {
            actions.print(List.of(id));
        }
    }

    /** Goes to the object's file. */
    public void openDossier() {
        SubmittedInspection shown = inspection.get();
        if (shown != null) {
            actions.openDossier(shown.body().assetId());
        }
    }
}
