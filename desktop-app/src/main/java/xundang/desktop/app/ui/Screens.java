package xundang.desktop.app.ui;

import java.util.UUID;
import java.util.function.Consumer;
import xundang.desktop.app.LedgerServices;
import xundang.desktop.asset.ui.AssetListView;
import xundang.desktop.asset.ui.AssetListViewModel;
import xundang.desktop.asset.ui.DossierView;
import xundang.desktop.asset.ui.DossierViewModel;
import xundang.desktop.asset.ui.ScanView;
import xundang.desktop.asset.ui.ScanViewModel;
import xundang.desktop.inspection.ui.FormView;
import xundang.desktop.inspection.ui.FormViewModel;
import xundang.desktop.inspection.ui.TodayView;
import xundang.desktop.inspection.ui.TodayViewModel;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.fx.Screen;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.sync.ui.SyncCentreView;
import xundang.desktop.sync.ui.SyncCentreViewModel;
import xundang.desktop.tag.TagReader;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;

/** Makes the screens. View models live as long as the ledger is open; views are made anew each time, in the language of the moment. */
final class Screens {
    private final LedgerServices services;
    private final UiContext context;
    private final UiTexts texts;
    private final Consumer<Location> go;
    private final Runnable removal;
    private final TodayViewModel today;
    private final ScanViewModel scan;
    private final AssetListViewModel assets;
    private final DossierViewModel listed;
    private final DossierViewModel single;
    private final SyncCentreViewModel sync;
    private final FormViewModel form;

    /**
     * @param removal asks whether this laptop's copy of the ledger shall be removed
     * @param left told what went wrong on a screen that was left meanwhile
     */
    Screens(
            LedgerServices services,
            UiContext context,
            TagReader tags,
            Consumer<Location> go,
            Runnable removal,
            Consumer<PersonError> left) {
        this.services = services;
        this.context = context;
        this.go = go;
        this.removal = removal;
        texts = context.texts();
        Ways ways = new Ways();
        today = new TodayViewModel(services.inspections(), context.tasks(), ways);
        scan = new ScanViewModel(services.ledger(), tags, context.tasks(), ways::openDossier);
        assets = new AssetListViewModel(services.ledger(), context.tasks());
        listed = new DossierViewModel(services.ledger(), services.editing(), context.tasks(), ways);
        single = new DossierViewModel(services.ledger(), services.editing(), context.tasks(), ways);
        sync = new SyncCentreViewModel(
                services.sync(), services.desk(), services.copies(), services.unsent(), context.tasks(), texts.clock());
        form = new FormViewModel(services.inspections(), context.tasks(), ways::openDossier, left);
    }

    /** From feature to feature; no feature knows another's screens. */
    private final class Ways implements TodayViewModel.Actions, DossierViewModel.Actions {
        @Override
        public void openDossier(AssetId asset) {
            go.accept(new Location.OfAsset(asset));
        }

        @Override
        public void resume(InspectionId draft) {
            go.accept(new Location.OpenForm(draft));
        }

        @Override
        public void begin(AssetId asset, String templateId) {
            go.accept(new Location.NewForm(asset, templateId));
        }

        @Override
        public void openConflict(UUID conflict) {
            go.accept(new Location.Conflict(conflict));
        }
    }

    Screen of(Location location) {
        return switch (location) {
            case Location.At at ->
                switch (at.place()) {
                    case TODAY -> new TodayView(today, texts, () -> go.accept(new Location.At(Place.SCAN)));
                    case SCAN -> new ScanView(scan, context);
                    case ASSETS ->
                        new AssetListView(
                                assets, new DossierView(listed, context, services.pictures()), listed::open, texts);
                    case SYNC -> syncCentre();
                };
            case Location.Conflict conflict -> {
                sync.showConflict(conflict.id());
                yield syncCentre();
            }
            case Location.OfAsset of -> {
                single.clear();
                single.open(of.asset());
                DossierView view = new DossierView(single, context, services.pictures());
                view.node().getStyleClass().add("dossier-screen");
                yield view;
            }
            case Location.NewForm begun -> {
                form.begin(begun.asset(), begun.templateId());
                yield new FormView(form, context, services.pictures());
            }
            case Location.OpenForm open -> {
                form.resume(open.draft());
                yield new FormView(form, context, services.pictures());
            }
        };
    }

    private SyncCentreView syncCentre() {
        return new SyncCentreView(sync, context, services.pictures(), new SyncCentreView.Ways() {
            @Override
            public void openAsset(AssetId asset) {
                go.accept(new Location.OfAsset(asset));
            }

            @Override
            public void removeLedger() {
                removal.run();
            }
        });
    }

    /** The search behind Ctrl+K, apart from the one of the list. */
    AssetListViewModel finder() {
        return new AssetListViewModel(services.ledger(), context.tasks());
    }
}
