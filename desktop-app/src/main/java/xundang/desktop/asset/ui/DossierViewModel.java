package xundang.desktop.asset.ui;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import xundang.desktop.asset.Dossier;
import xundang.desktop.asset.Ledger;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;

/** One object's file, and the one main action on it. Interface's thread. */
public final class DossierViewModel {
    /** Where the main action leads; inspections are another feature. */
    public interface Actions {
        /** Begins the due inspection. */
        void begin(AssetId asset, String templateId);

        /** Goes on with the open draft. */
        void resume(InspectionId draft);
    }

    private final Ledger ledger;
    private final BackgroundTasks tasks;
    private final Actions actions;
    private final ReadOnlyObjectWrapper<@Nullable Dossier> dossier = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PersonError> error = new ReadOnlyObjectWrapper<>();
    private @Nullable AssetId wanted;

    public DossierViewModel(Ledger ledger, BackgroundTasks tasks, Actions actions) {
        this.ledger = ledger;
        this.tasks = tasks;
        this.actions = actions;
    }

    /** Shows another object; the previous one stays until the new one is there. */
    public void open(AssetId id) {
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

    /** Reads the same object again. */
    public void reload() {
        if (wanted != null) {
            open(wanted);
        }
    }

    /** Shows nothing. */
    public void clear() {
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

    /** The main action: goes on with the draft, or begins what is due; nothing if the category has no plan. */
    public void begin() {
        Dossier shown = dossier.get();
        if (shown == null || shown.due() == null) {
            return;
        }
        InspectionId draft = shown.due().openDraft();
        if (draft != null) {
            actions.resume(draft);
        } else {
            actions.begin(shown.asset().id(), shown.due().templateId());
        }
    }
}
