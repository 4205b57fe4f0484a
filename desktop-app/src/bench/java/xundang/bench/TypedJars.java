package xundang.bench;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import xundang.desktop.inspection.TestLaptop;
import xundang.desktop.inspection.ui.FormView;
import xundang.desktop.inspection.ui.FormViewModel;
import xundang.desktop.platform.fx.FxExecutor;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.i18n.Texts;
import xundang.desktop.platform.i18n.Times;
import xundang.desktop.platform.tasks.LaptopTasks;
import xundang.desktop.platform.theme.Appearance;
import xundang.desktop.testing.DrawnPictures;
import xundang.desktop.testing.OnFx;
import xundang.desktop.testing.SampleJars;
import xundang.model.template.SlotId;

/** The quarterly form at 1366 × 768 with the cursor in its jar table, over a real store on its own thread. */
final class TypedJars implements AutoCloseable {
    /** The jar table of the quarterly form. */
    static final String ROW = "Q10";

    private final LaptopTasks tasks = new LaptopTasks(new FxExecutor());
    private final FormViewModel form;
    private final Stage stage;
    private CompletableFuture<Long> pulse = new CompletableFuture<>();
    private int next = 1;

    /** How long keys took: what they kept the interface's thread busy, and until the pulse that has them. */
    record Keys(Percentiles work, Percentiles pulse) {}

    TypedJars(TestLaptop laptop, int host, int jars) throws Exception {
        OnFx.start();
        var asset = laptop.host(host, "attr.jar_count", jars, "attr.jar_v", 2);
        form = new FormViewModel(laptop.inspections, tasks, ignored -> {}, ignored -> {});
        stage = OnFx.call(() -> {
            UiTexts texts = new UiTexts(new Texts(), new Times(ZoneId.of("Asia/Shanghai")), InstantSource.system());
            FormView view = new FormView(form, new UiContext(texts, tasks, Optional::empty), new DrawnPictures());
            Scene scene = new Scene(new StackPane(view.node()), 1366, 768);
            new Appearance().dress(scene);
            scene.addPostLayoutPulseListener(() -> pulse.complete(System.nanoTime()));
            Stage shown = new Stage();
            shown.setScene(scene);
            shown.show();
            form.begin(asset, "ups-q");
            return shown;
        });
        settle();
        OnFx.run(() -> form.activate(form.row(SlotId.of(ROW)).orElseThrow()));
        settle();
    }

    /** Types that many voltages, Enter behind each, and lets every key come to its pulse before the next. */
    Keys typePaced(int jars) {
        String[] texts = texts(jars);
        int count = Arrays.stream(texts).mapToInt(text -> text.length() + 1).sum();
        long[] work = new long[count];
        long[] drawn = new long[count];
        int key = 0;
        for (String text : texts) {
            for (int i = 0; i <= text.length(); i++) {
                char typed = i == text.length() ? '\r' : text.charAt(i);
                long[] times = OnFx.call(() -> press(typed));
                work[key] = times[1] - times[0];
                drawn[key] = pulse.orTimeout(60, TimeUnit.SECONDS).join() - times[0];
                key++;
            }
        }
        settle();
        return new Keys(new Percentiles(work), new Percentiles(drawn));
    }

    /** Types that many voltages as fast as the interface takes them; seconds until the last one is on disk. */
    double typeAtOnce(int jars) {
        long begin = System.nanoTime();
        for (String text : texts(jars)) {
            for (int i = 0; i <= text.length(); i++) {
                char typed = i == text.length() ? '\r' : text.charAt(i);
                OnFx.run(() -> press(typed));
            }
        }
        settle();
        return (System.nanoTime() - begin) / 1e9;
    }

    private String[] texts(int jars) {
        int from = next;
        next += jars;
        return IntStream.range(from, from + jars)
                .mapToObj(position -> SampleJars.volts(position).toPlainString())
                .toArray(String[]::new);
    }

    /** Begin and end of the work that a key makes on the interface's thread. */
    private long[] press(char typed) {
        pulse = new CompletableFuture<>();
        Node target = Objects.requireNonNull(stage.getScene().getFocusOwner(), "nothing has the focus");
        long begin = System.nanoTime();
        boolean enter = typed == '\r';
        KeyCode code = enter ? KeyCode.ENTER : KeyCode.UNDEFINED;
        fire(target, KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, code);
        fire(target, KeyEvent.KEY_TYPED, String.valueOf(typed), KeyCode.UNDEFINED);
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
        long end = System.nanoTime();
        Platform.requestNextPulse();
        return new long[] {begin, end};
    }

    private static void fire(Node target, EventType<KeyEvent> type, String character, KeyCode code) {
        Event.fireEvent(target, new KeyEvent(type, character, character, code, false, false, false, false));
    }

    /** Waits until the store and the interface have done all that they were asked. */
    private void settle() {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        tasks.store(() -> true, done::complete, done::completeExceptionally);
        done.orTimeout(120, TimeUnit.SECONDS).join();
        OnFx.run(() -> {});
    }

    @Override
    public void close() {
        OnFx.run(stage::close);
        tasks.close();
    }
}
