package xundang.desktop.app.ui;

import static xundang.desktop.app.ui.ScreenPicturesTest.plain;
import static xundang.desktop.app.ui.ScreenPicturesTest.shell;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import xundang.desktop.app.ui.ScreenPicturesTest.Shot;
import xundang.desktop.asset.ui.DossierView;
import xundang.desktop.asset.ui.DossierViewModel;
import xundang.desktop.platform.db.StoreException;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.desktop.platform.tasks.DirectBackgroundTasks;
import xundang.desktop.platform.theme.Appearance;
import xundang.desktop.platform.value.FieldMeaning;
import xundang.desktop.sync.RecordSyncState;
import xundang.desktop.sync.SyncDesk.ConflictCard;
import xundang.desktop.sync.SyncStatus;
import xundang.desktop.sync.UnsentWork;
import xundang.desktop.sync.ui.SyncCentreView;
import xundang.desktop.sync.ui.SyncCentreViewModel;
import xundang.desktop.testing.Desk;
import xundang.desktop.testing.FixedDesk;
import xundang.desktop.testing.YangpuLedger;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.PlannedSlot;

/** Pictures of the sync centre in its states, and of the dossier while something is changed or in dispute. */
final class SyncShots {
    private SyncShots() {}

    static List<Shot> states() {
        return List.of(
                plain("sync-refused-empty", (desk, look) -> {
                    desk.waiting.refused.clear();
                    return section(desk, look, KeyCode.DIGIT2);
                }),
                plain("sync-refused-inspection", (desk, look) -> {
                    desk.waiting.refused.removeFirst();
                    return section(desk, look, KeyCode.DIGIT2);
                }),
                plain("sync-refused-held", (desk, look) -> {
                    desk.waiting.refused.removeFirst();
                    desk.waiting.refused.removeFirst();
                    return section(desk, look, KeyCode.DIGIT2);
                }),
                plain("sync-refused-correct", (desk, look) -> {
                    SyncCentreViewModel model = centre(desk, SyncCentreViewModel.Section.REFUSED);
                    model.refused().correct(desk.waiting.refused.getFirst());
                    model.refused().send();
                    return new SyncCentreView(model, desk.context, desk.pictures, new NoWays()).node();
                }),
                plain("sync-conflicts-empty", (desk, look) -> {
                    desk.waiting.conflicts.clear();
                    return section(desk, look, KeyCode.DIGIT3);
                }),
                plain("sync-conflict-third", (desk, look) -> {
                    SyncCentreViewModel model = centre(desk, SyncCentreViewModel.Section.CONFLICTS);
                    model.conflicts().typeThird(desk.waiting.conflicts.getFirst());
                    return new SyncCentreView(model, desk.context, desk.pictures, new NoWays()).node();
                }),
                conflict("sync-conflict-rule", 1),
                conflict("sync-conflict-own", 2),
                conflict("sync-conflict-duplicate", 3),
                conflict("sync-conflict-settled", 4),
                plain("sync-storage-moving", (desk, look) -> moving(desk)),
                plain("remove-refused", (desk, look) -> {
                    desk.keeping.unsent = new UnsentWork.Unsent(3, 1, 14, 42_000_000L);
                    return removal(desk, look, "");
                }),
                plain("remove-exported", (desk, look) -> {
                    desk.keeping.unsent = new UnsentWork.Unsent(3, 1, 14, 42_000_000L);
                    desk.keeping.exported = true;
                    return removal(desk, look, "DEMO");
                }),
                plain("remove", (desk, look) -> removal(desk, look, "DEM")),
                plain("sync-receipts-empty", (desk, look) -> {
                    desk.waiting.receipts = List.of();
                    return section(desk, look, KeyCode.DIGIT4);
                }),
                plain("sync-conflicts-error", (desk, look) -> {
                    desk.waiting.fault = new StoreException(StoreException.Reason.DAMAGED, "page 7");
                    return section(desk, look, KeyCode.DIGIT3);
                }));
    }

    static List<Shot> dossiers() {
        return List.of(
                plain("dossier-edits", (desk, look) -> {
                    desk.ledger.edits = RecordSyncState.QUEUED;
                    return shell(desk, look, new Location.OfAsset(YangpuLedger.id(6)));
                }),
                plain("dossier-disputed", (desk, look) -> {
                    desk.ledger.disputes = List.of(FixedDesk.floor(FixedDesk.EDIT_CONFLICT, true, true));
                    return shell(desk, look, new Location.OfAsset(YangpuLedger.id(13)));
                }),
                plain("dossier-edit", (desk, look) -> dossierEdit(desk, "attr.rated_kva", "30000")),
                plain("dossier-edit-choice", (desk, look) -> dossierEdit(desk, "attr.topology", "double_conversion")),
                plain("dossier-edit-missing", (desk, look) -> dossierEdit(desk, "attr.capacitor_date", "2024年6月")));
    }

    private static Parent dossierEdit(Desk desk, String field, String typed) {
        DossierViewModel model = new DossierViewModel(desk.ledger, desk.editing, desk.tasks, new NoWays());
        model.open(YangpuLedger.id(6));
        FieldMeaning meaning = FieldMeaning.of("ups_host", field);
        model.edit(meaning, null);
        model.editProperty().get().typed().textProperty().set(typed);
        if (field.equals("attr.rated_kva")) {
            model.saveEdit();
        }
        Parent view = new DossierView(model, desk.context, desk.pictures).node();
        view.getStyleClass().add("dossier-screen");
        return view;
    }

    private record NoWays() implements DossierViewModel.Actions, SyncCentreView.Ways {
        @Override
        public void openAsset(AssetId asset) {}

        @Override
        public void removeLedger() {}

        @Override
        public void begin(AssetId asset, String templateId, PlannedSlot occurrence) {}

        @Override
        public void resume(InspectionId draft) {}

        @Override
        public void openSubmitted(InspectionId inspection) {}

        @Override
        public void print(List<InspectionId> which) {}

        @Override
        public void openConflict(UUID conflict) {}
    }

    private static Shot conflict(String name, int index) {
        return plain(name, (desk, look) -> {
            ConflictCard card = desk.waiting.conflicts.get(index);
            return shell(desk, look, new Location.Conflict(card.id()));
        });
    }

    private static SyncCentreViewModel centre(Desk desk, SyncCentreViewModel.Section section) {
        SyncCentreViewModel model = new SyncCentreViewModel(
                desk.sync, desk.waiting, desk.keeping, desk.keeping, desk.tasks, desk.texts.clock());
        model.reload();
        model.sectionProperty().set(section);
        return model;
    }

    /** A package that takes long, half-way: the stick has taken so much, and the end does not come. */
    private static Parent moving(Desk desk) {
        Instant[] now = {Desk.NOW};
        desk.keeping.unsent = new UnsentWork.Unsent(3, 1, 14, 42_000_000L);
        desk.keeping.moving = watch -> watch.at(12_400_000, 42_000_000);
        SyncCentreViewModel model = new SyncCentreViewModel(
                desk.sync, desk.waiting, desk.keeping, desk.keeping, new SlowStick(), () -> now[0]);
        model.reload();
        model.sectionProperty().set(SyncCentreViewModel.Section.STORAGE);
        model.storage().export("work.xdwork", "correct horse battery".toCharArray());
        now[0] = now[0].plusSeconds(8);
        return new SyncCentreView(model, desk.context, desk.pictures, new NoWays()).node();
    }

    /** Files are worked on, but never to their end. */
    private static final class SlowStick implements BackgroundTasks {
        private final BackgroundTasks direct = new DirectBackgroundTasks();

        @Override
        public <T> void store(Callable<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
            direct.store(work, onDone, onFailed);
        }

        @Override
        public <T> void network(Callable<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
            direct.network(work, onDone, onFailed);
        }

        @Override
        public <T> void files(Callable<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
            direct.store(work, ignored -> {}, onFailed);
        }
    }

    /** The card that asks whether this laptop's copy shall be removed. */
    static Parent removal(Desk desk, Appearance look, String typed) {
        Parent shell = section(desk, look, KeyCode.DIGIT5);
        // Inside a scene: what a scroll pane holds can be found only once it has a skin.
        StackPane window = new StackPane(shell);
        new Scene(window, 1366, 768);
        window.applyCss();
        window.layout();
        ((Button) shell.lookup("#storage-remove")).fire();
        ((TextField) shell.lookup("#removal-code")).setText(typed);
        window.getChildren().clear();
        return shell;
    }

    static Parent section(Desk desk, Appearance look, KeyCode digit) {
        Shell shell = shell(desk, look, new Location.At(Place.SYNC));
        Parent screen = (Parent) shell.lookup("#sync-tab-queue").getParent().getParent();
        screen.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", digit, false, false, false, false));
        return shell;
    }

    static Parent sending(Desk desk, Appearance look) {
        SyncStatus now = desk.sync.status;
        desk.sync.status = new SyncStatus(
                SyncStatus.Connection.WORKING,
                now.recordsWaiting(),
                now.photosWaiting(),
                now.needsAttention(),
                now.lastContact(),
                now.clockOffsetMs(),
                null,
                false,
                new SyncStatus.Transfer(SyncStatus.Transfer.What.SENDING_PICTURES, 12_400_000, 42_000_000, 200L));
        return shell(desk, look, new Location.At(Place.SYNC));
    }
}
