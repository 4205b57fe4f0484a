package xundang.bench;

import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import xundang.desktop.platform.fx.FxExecutor;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.i18n.Texts;
import xundang.desktop.platform.i18n.Times;
import xundang.desktop.platform.tasks.LaptopTasks;
import xundang.desktop.platform.theme.Appearance;
import xundang.desktop.round.RoundItem;
import xundang.desktop.round.Rounds;
import xundang.desktop.round.ui.ProgressViewModel;
import xundang.desktop.round.ui.TodayView;
import xundang.desktop.round.ui.TodayViewModel;
import xundang.desktop.testing.OnFx;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;

/** The real screen 今日 at 1366 × 768, worked out on the store thread and drawn by software, as on a laptop without a graphics card. */
final class DrawnToday implements AutoCloseable {
    private static final double WIDTH = 1366;
    private static final double HEIGHT = 768;

    private final LaptopTasks tasks = new LaptopTasks(new FxExecutor());
    private final UiTexts texts;
    private final TodayViewModel model;
    private final ProgressViewModel progress;
    private final StackPane root = new StackPane();
    private final Scene scene;
    private final WritableImage picture = new WritableImage((int) WIDTH, (int) HEIGHT);
    private TodayView view;

    DrawnToday(Rounds rounds, Clock clock) throws Exception {
        OnFx.start();
        texts = new UiTexts(new Texts(), new Times(clock.getZone()), clock);
        model = new TodayViewModel(
                rounds, tasks, new Nowhere(), text -> text.in(texts.language().locale()));
        progress = new ProgressViewModel(rounds, tasks, () -> texts.times().today(clock.instant()));
        scene = OnFx.call(() -> {
            Scene made = new Scene(root, WIDTH, HEIGHT);
            new Appearance().dress(made);
            return made;
        });
        view = OnFx.call(this::newView);
    }

    private TodayView newView() {
        return new TodayView(model, progress, texts, tasks, () -> {});
    }

    /** Goes to the screen as from another one, and returns once every pixel of it is there; says how many lines it has. */
    int open() {
        CompletableFuture<Integer> drawn = new CompletableFuture<>();
        OnFx.run(() -> {
            view.hidden();
            view = newView();
            root.getChildren().setAll(view.node());
            view.shown();
            // Behind the screen's own question: by then its answer is laid out.
            tasks.store(
                    () -> true,
                    asked -> {
                        scene.snapshot(picture);
                        drawn.complete(model.lines().size());
                    },
                    drawn::completeExceptionally);
        });
        return Objects.requireNonNull(drawn.join());
    }

    /** Scrolls by some lines and draws the frame. */
    void scrollTo(int line) {
        OnFx.run(() -> {
            ((ListView<?>) root.lookup("#today-list")).scrollTo(line);
            scene.snapshot(picture);
        });
    }

    @Override
    public void close() {
        OnFx.run(() -> view.hidden());
        tasks.close();
    }

    /** Nothing is opened in this benchmark. */
    private static final class Nowhere implements TodayViewModel.Actions {
        @Override
        public void openDossier(AssetId asset) {
            throw new UnsupportedOperationException("openDossier");
        }

        @Override
        public void resume(InspectionId draft) {
            throw new UnsupportedOperationException("resume");
        }

        @Override
        public void begin(RoundItem item) {
            throw new UnsupportedOperationException("begin");
        }
    }
}
