package xundang.bench;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import xundang.desktop.asset.Ledger;
import xundang.desktop.asset.ui.DossierView;
import xundang.desktop.asset.ui.DossierViewModel;
import xundang.desktop.platform.fx.FxExecutor;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.i18n.Texts;
import xundang.desktop.platform.i18n.Times;
import xundang.desktop.platform.tasks.LaptopTasks;
import xundang.desktop.platform.theme.Appearance;
import xundang.desktop.testing.DrawnPictures;
import xundang.desktop.testing.FixedEditing;
import xundang.desktop.testing.OnFx;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.PlannedSlot;

/** The real view of a dossier at 1366 × 768, read on the store thread and drawn by software, as on a laptop without a graphics card. */
final class DrawnDossier implements AutoCloseable {
    private static final double WIDTH = 1366;
    private static final double HEIGHT = 768;

    private final LaptopTasks tasks = new LaptopTasks(new FxExecutor());
    private final DossierViewModel model;
    private CompletableFuture<Integer> drawn = new CompletableFuture<>();

    DrawnDossier(Ledger ledger) throws Exception {
        OnFx.start();
        model = new DossierViewModel(ledger, new FixedEditing(), tasks, new Nowhere());
        OnFx.call(() -> {
            UiTexts texts = new UiTexts(new Texts(), new Times(ZoneId.of("Asia/Shanghai")), InstantSource.system());
            DossierView view =
                    new DossierView(model, new UiContext(texts, tasks, Optional::empty), new DrawnPictures());
            Scene scene = new Scene(new StackPane(view.node()), WIDTH, HEIGHT);
            new Appearance().dress(scene);
            // Registered after the view's own listener: by then the nodes are there, and a picture of them lays out and
            // draws all.
            model.dossierProperty().subscribe((before, after) -> {
                if (after != null) {
                    drawn.complete((int) scene.snapshot(null).getWidth());
                }
            });
            return scene;
        });
    }

    /** Shows an object and returns once every pixel of it is there. */
    void show(AssetId id) {
        drawn = new CompletableFuture<>();
        OnFx.run(() -> model.open(id));
        if (Objects.requireNonNull(drawn.join()) != (int) WIDTH) {
            throw new IllegalStateException("the dossier was not drawn");
        }
    }

    @Override
    public void close() {
        tasks.close();
    }

    /** Nothing is pressed in this benchmark. */
    private static final class Nowhere implements DossierViewModel.Actions {
        @Override
        public void begin(AssetId asset, String templateId, @Nullable PlannedSlot occurrence) {
            throw new UnsupportedOperationException("begin");
        }

        @Override
        public void resume(InspectionId draft) {
            throw new UnsupportedOperationException("resume");
        }

        @Override
        public void openSubmitted(InspectionId inspection) {}

        @Override
        public void print(List<InspectionId> which) {}

        @Override
        public void openConflict(UUID conflict) {
            throw new UnsupportedOperationException("openConflict");
        }
    }
}
