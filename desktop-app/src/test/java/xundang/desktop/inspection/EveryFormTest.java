package xundang.desktop.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.inspection.ui.FormView;
import xundang.desktop.inspection.ui.FormViewModel;
import xundang.desktop.inspection.ui.RowViewModel;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.i18n.Texts;
import xundang.desktop.platform.i18n.Times;
import xundang.desktop.platform.tasks.DirectBackgroundTasks;
import xundang.desktop.platform.theme.Appearance;
import xundang.desktop.testing.DrawnPictures;
import xundang.desktop.testing.OnFx;
import xundang.model.asset.AssetId;
import xundang.model.inspection.Reading;
import xundang.model.sync.RecordType;
import xundang.model.template.FormSlot;
import xundang.model.template.InspectionTemplate;
import xundang.model.template.ItemKind;
import xundang.model.template.PhotoRule;
import xundang.model.template.Range;
import xundang.model.template.SlotId;
import xundang.model.template.TableRule;
import xundang.model.template.TemplateCatalog;

/** Every form that the laptop offers is filled in row by row, by keyboard alone, on the real database, and submitted. */
class EveryFormTest extends InspectionTest {
    /** More steps than any form has rows, phases and cylinders. */
    private static final int MOST_STEPS = 300;

    private final List<AssetSummary> submitted = new ArrayList<>();
    private final List<PersonError> lost = new ArrayList<>();
    private Scene scene;
    private FormViewModel form;
    private int pictures;

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        OnFx.start();
    }

    @AfterEach
    void closeWindow() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    static Stream<String> forms() {
        return TemplateCatalog.bundled().all().stream()
                .filter(FillableForms::contains)
                .map(InspectionTemplate::id);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyRowOfAFormIsAnsweredByKeyAndTheFormIsSubmitted(String templateId) throws TimeoutException {
        open(objectOf(templateId), templateId);
        answerQuestions();
        Set<SlotId> visited = new LinkedHashSet<>();
        for (int step = 0; step < MOST_STEPS; step++) {
            RowViewModel row = OnFx.call(() -> form.activeProperty().get());
            if (!visited.add(row.id())) {
                break;
            }
            answer(row);
        }
        List<RowViewModel> rows = OnFx.call(() -> form.rowsProperty().get());
        Set<String> drawn = OnFx.call(() ->
                scene.getRoot().lookupAll(".form-row").stream().map(Node::getId).collect(Collectors.toSet()));
        assertThat(rows).extracting(row -> "form-row-" + row.id()).allMatch(drawn::contains);
        assertThat(rows.stream().filter(row -> row.kind() != ItemKind.COMPUTED))
                .allSatisfy(row -> assertThat(isAnswered(row.readingProperty().get()))
                        .as("%s is answered", row.id())
                        .isTrue());

        press(KeyCode.ENTER, true);

        assertThat(lost).isEmpty();
        assertThat(OnFx.call(() -> form.gapsProperty().get())).isNull();
        assertThat(submitted).hasSize(1);
    }

    private static boolean isAnswered(Reading reading) {
        return reading != null
                && (reading.value() != null
                        || reading.skip() != null
                        || !reading.photos().isEmpty());
    }

    private AssetId objectOf(String templateId) {
        laptop.host(30, "asset_no", "BAT-000030", "category", "battery_string", "attr.ups_no", "UPS-000001");
        return switch (TemplateCatalog.bundled().find(templateId).orElseThrow().category()) {
            case "machine_room" -> laptop.host(2, "asset_no", "ROOM-000002", "category", "machine_room");
            case "camera" ->
                laptop.host(
                        3,
                        "asset_no",
                        "CAM-000003",
                        "category",
                        "camera",
                        "lon",
                        121.5,
                        "lat",
                        31.2,
                        "attr.structure",
                        "1");
            case InspectionTemplate.PROJECT -> {
                UUID project = new UUID(0x0190_0000_0000_7000L, 77);
                laptop.feed(RecordType.PROJECT, project, Map.of("name", "示例视频项目", "package", "P1"));
                yield new AssetId(project);
            }
            default -> laptop.host(1);
        };
    }

    private void open(AssetId object, String templateId) throws TimeoutException {
        UiTexts texts =
                new UiTexts(new Texts(), new Times(TestLaptop.ZONE), InstantSource.fixed(laptop.clock.instant()));
        DirectBackgroundTasks tasks = new DirectBackgroundTasks();
        UiContext context = new UiContext(texts, tasks, () -> Optional.of(nextPicture()));
        Stage stage = FxToolkit.registerStage(Stage::new);
        OnFx.run(() -> {
            form = new FormViewModel(laptop.inspections, tasks, submitted::add, lost::add);
            FormView view = new FormView(form, context, new DrawnPictures());
            scene = new Scene(view.node(), 1366, 768);
            new Appearance().dress(scene);
            stage.setScene(scene);
            stage.show();
            form.begin(object, templateId);
            view.shown();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Path nextPicture() {
        try {
            return picture("picture" + pictures++);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Q goes to the first question; the first option of each, Enter to the next, and back to the rows from the last. */
    private void answerQuestions() {
        int questions = OnFx.call(() -> form.draftProperty().get().questions().size());
        if (questions > 0) {
            typed("q");
        }
        for (int question = 0; question < questions; question++) {
            typed("1");
            press(KeyCode.ENTER, false);
        }
        assertThat(OnFx.call(() -> form.draftProperty().get().questions()))
                .allSatisfy(question -> assertThat(question.answer()).isNotNull());
    }

    private void answer(RowViewModel row) {
        switch (row.kind()) {
            case YES_NO, CHOICE, MULTI_CHOICE -> typed("1");
            case NUMBER -> typed(number(row.slot()));
            case TEXT -> typed(row.id().item().equals("D03") ? "黄浦区设备1" : "无异常");
            case DATE -> typed("20260803");
            case DATE_TIME -> typed("20260803 1405");
            case SIGNATURE -> typed("示例员甲");
            case ASSET -> typed(row.id().item().equals("B01a") ? "UPS-000001" : "BAT-000030");
            case TABLE -> table(row.slot().item().table());
            case JAR_TABLE -> leaveOut();
            case PHOTO, COMPUTED -> {}
        }
        if (OnFx.call(row::lacksNote)) {
            typed("n");
            typed("编号 7，使用单位同意");
            press(KeyCode.ENTER, false);
        }
        boolean skipped = row.kind() == ItemKind.JAR_TABLE;
        if (row.slot().item().photo() != PhotoRule.NONE && !skipped) {
            pressAlt(KeyCode.P);
            if (row.slot().item().photoPair()) {
                pressAlt(KeyCode.P);
            }
        }
        leave(row);
    }

    private void leave(RowViewModel row) {
        if (row.kind() == ItemKind.JAR_TABLE) {
            // Enter is the grid's own key.
            OnFx.run(() -> fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, true, false, false)));
            return;
        }
        for (int tries = 0;
                tries < 3 && row.equals(OnFx.call(() -> form.activeProperty().get()));
                tries++) {
            press(KeyCode.ENTER, false);
        }
    }

    private void table(TableRule rule) {
        for (TableRule.Column column : rule.columns()) {
            switch (column.kind()) {
                case TEXT -> typed(column.id().equals("gb_code") ? "31011500001320000001" : "说明");
                case NUMBER, POSITION, CHOICE, YES_NO -> typed("1");
                case DATE -> typed("20260803");
            }
            press(KeyCode.ENTER, false);
        }
    }

    private void leaveOut() {
        pressAlt(KeyCode.SLASH);
        typed("逐节表见附件");
        press(KeyCode.ENTER, false);
    }

    private static String number(FormSlot slot) {
        Range normal = slot.limits() == null ? null : slot.limits().normal();
        if (normal == null || (normal.low() == null && normal.high() == null)) {
            return "10";
        }
        return (normal.low() == null ? normal.high() : normal.low())
                .stripTrailingZeros()
                .toPlainString();
    }

    private void typed(String text) {
        OnFx.run(() -> text.codePoints().forEach(point -> {
            String character = Character.toString(point);
            fire(new KeyEvent(KeyEvent.KEY_TYPED, character, character, KeyCode.UNDEFINED, false, false, false, false));
        }));
    }

    private void press(KeyCode code, boolean control) {
        OnFx.run(() -> fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false)));
    }

    private void pressAlt(KeyCode code) {
        OnFx.run(() -> fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, true, false)));
    }

    private void fire(KeyEvent key) {
        // A field that has just appeared takes keys once it has been drawn; a person is slower than that.
        scene.getRoot().applyCss();
        Node target = scene.getFocusOwner();
        assertThat(target).as("something has the cursor").isNotNull();
        Event.fireEvent(target, key);
    }
}
