package xundang.desktop.app.ui;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import xundang.desktop.app.LedgerServices;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.asset.ui.AssetListView;
import xundang.desktop.asset.ui.AssetListViewModel;
import xundang.desktop.asset.ui.DossierView;
import xundang.desktop.asset.ui.DossierViewModel;
import xundang.desktop.asset.ui.ScanView;
import xundang.desktop.asset.ui.ScanViewModel;
import xundang.desktop.inspection.ui.FormView;
import xundang.desktop.inspection.ui.FormViewModel;
import xundang.desktop.inspection.ui.submitted.SubmittedInspectionView;
import xundang.desktop.inspection.ui.submitted.SubmittedViewModel;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.fx.Screen;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.round.RoundItem;
import xundang.desktop.round.ui.ProgressViewModel;
import xundang.desktop.round.ui.TodayView;
import xundang.desktop.round.ui.TodayViewModel;
import xundang.desktop.sync.ui.SyncCentreView;
import xundang.desktop.sync.ui.SyncCentreViewModel;
import xundang.desktop.tag.TagReader;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.PlannedSlot;
import xundang.model.round.OccurrenceKey;
import xundang.model.template.InspectionTemplate;

/** Makes the screens. View models live as long as the ledger is open; views are made anew each time, in the language of the moment. */
final class Screens {
    private final LedgerServices services;
    private final UiContext context;
    private final UiTexts texts;
    private final Consumer<Location> go;
    private final Runnable removal;
    private final TodayViewModel today;
    private final ProgressViewModel progress;
    private final ScanViewModel scan;
    private final AssetListViewModel assets;
    private final DossierViewModel listed;
    private final DossierViewModel single;
    private final SyncCentreViewModel sync;
    private final FormViewModel form;
    private final SubmittedViewModel submitted;
    private final Consumer<List<InspectionId>> print;

    /**
     * @param removal asks whether this laptop's copy of the ledger shall be removed
     * @param print asks where a print of these shall go
     * @param left told what went wrong on a screen that was left meanwhile
     */
    Screens(
            LedgerServices services,
            UiContext context,
            TagReader tags,
            Consumer<Location> go,
            Runnable removal,
            Consumer<List<InspectionId>> print,
            Consumer<PersonError> left) {
        this.services = services;
        this.context = context;
        this.go = go;
        this.removal = removal;
        this.print = print;
        texts = context.texts();
        Ways ways = new Ways();
        today = new TodayViewModel(
                services.rounds(),
                context.tasks(),
                ways,
                text -> text.in(texts.language().locale()));
        progress = new ProgressViewModel(
                services.rounds(),
                context.tasks(),
                () -> texts.times().today(texts.clock().instant()));
        scan = new ScanViewModel(services.ledger(), tags, context.tasks(), ways::openDossier);
        assets = new AssetListViewModel(services.ledger(), context.tasks());
        listed = new DossierViewModel(services.ledger(), services.editing(), context.tasks(), ways);
        single = new DossierViewModel(services.ledger(), services.editing(), context.tasks(), ways);
        sync = new SyncCentreViewModel(
                services.sync(), services.desk(), services.copies(), services.unsent(), context.tasks(), texts.clock());
        form = new FormViewModel(services.inspections(), context.tasks(), this::afterForm, left);
        submitted = new SubmittedViewModel(services.submitted(), context.tasks(), ways);
    }

    /** A project has no dossier; its forms are filled in from the list of the day. */
    private void afterForm(AssetSummary inspected) {
        go.accept(
                inspected.category().equals(InspectionTemplate.PROJECT)
                        ? new Location.At(Place.TODAY)
                        : new Location.OfAsset(inspected.id()));
    }

    /** From feature to feature; no feature knows another's screens. */
    private final class Ways implements TodayViewModel.Actions, DossierViewModel.Actions, SubmittedViewModel.Actions {
        @Override
        public void openDossier(AssetId asset) {
            go.accept(new Location.OfAsset(asset));
        }

        @Override
        public void resume(InspectionId draft) {
            go.accept(new Location.OpenForm(draft));
        }

        @Override
        public void begin(AssetId asset, String templateId, @Nullable PlannedSlot occurrence) {
            go.accept(new Location.NewForm(asset, templateId, occurrence));
        }

        @Override
        public void begin(RoundItem item) {
            OccurrenceKey key = item.key();
            begin(item.asset().id(), item.templateId(), key == null ? null : key.plannedSlot());
        }

        @Override
        public void openSubmitted(InspectionId inspection) {
            go.accept(new Location.Submitted(inspection));
        }

        @Override
        public void print(List<InspectionId> which) {
            print.accept(which);
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
                    case TODAY ->
                        new TodayView(
                                today,
                                progress,
                                texts,
                                services.ticker(),
                                () -> go.accept(new Location.At(Place.SCAN)));
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
            case Location.Submitted of -> {
                submitted.open(of.inspection());
                yield new SubmittedInspectionView(submitted, context, services.pictures());
            }
            case Location.NewForm begun -> {
                form.begin(begun.asset(), begun.templateId(), begun.occurrence());
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
