package xundang.desktop.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xundang.desktop.asset.ui.ScanView;
import xundang.desktop.asset.ui.ScanViewModel;
import xundang.desktop.inspection.ui.FormView;
import xundang.desktop.inspection.ui.FormViewModel;
import xundang.desktop.inspection.ui.RowViewModel;
import xundang.desktop.platform.db.StoreException;
import xundang.desktop.platform.fx.Snapshots;
import xundang.desktop.platform.i18n.Language;
import xundang.desktop.platform.theme.Appearance;
import xundang.desktop.platform.theme.ThemeChoice;
import xundang.desktop.session.EnrolOutcome;
import xundang.desktop.session.Sessions.Enrolment;
import xundang.desktop.session.ui.EnrolView;
import xundang.desktop.session.ui.EnrolViewModel;
import xundang.desktop.session.ui.LeavingView;
import xundang.desktop.session.ui.LoginView;
import xundang.desktop.session.ui.LoginViewModel;
import xundang.desktop.sync.LocalCopies;
import xundang.desktop.sync.SyncStatus;
import xundang.desktop.sync.UnsentWork;
import xundang.desktop.tag.ZxingTagReader;
import xundang.desktop.testing.Desk;
import xundang.desktop.testing.KnownSessions;
import xundang.desktop.testing.OnFx;
import xundang.desktop.testing.YangpuLedger;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.Skip;
import xundang.model.template.SlotId;

/** Draws every screen, its empty and its error state, in the sizes, themes and languages that it must work in. */
class ScreenPicturesTest {
    private static final Path FOLDER = Path.of("target", "pictures");
    private static final List<int[]> SIZES = List.of(new int[] {1366, 768}, new int[] {1920, 1080});

    /** What to draw: builds the content of the window for a desk. */
    @FunctionalInterface
    interface Scenery {
        Parent build(Desk desk, Appearance appearance);
    }

    /** One picture. */
    record Shot(String name, Scenery scenery, ThemeChoice theme, Language language, int[] size) {
        @Override
        public String toString() {
            return "%s-%s-%s-%d".formatted(name, theme, language, size[0]).toLowerCase(Locale.ROOT);
        }
    }

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        OnFx.start();
    }

    static Stream<Shot> shots() {
        List<Shot> shots = new ArrayList<>();
        List<Shot> main = List.of(
                plain("login", ScreenPicturesTest::login),
                plain("today", (desk, look) -> shell(desk, look, new Location.At(Place.TODAY))),
                plain("assets", (desk, look) -> shell(desk, look, new Location.At(Place.ASSETS))),
                plain("dossier", (desk, look) -> shell(desk, look, new Location.OfAsset(YangpuLedger.id(6)))),
                plain("form", ScreenPicturesTest::filledForm),
                plain("form-jars", JarShots::form),
                plain("submitted", SubmittedShots::submitted),
                plain("sync", SyncShots::sending),
                plain("sync-refused", (desk, look) -> SyncShots.section(desk, look, KeyCode.DIGIT2)),
                plain("sync-conflicts", (desk, look) -> SyncShots.section(desk, look, KeyCode.DIGIT3)),
                plain("sync-receipts", (desk, look) -> SyncShots.section(desk, look, KeyCode.DIGIT4)),
                plain("sync-storage", (desk, look) -> {
                    desk.keeping.clearable = new LocalCopies.Clearable(126, 382_400_000L, 14);
                    desk.keeping.unsent = new UnsentWork.Unsent(3, 1, 14, 42_000_000L);
                    return SyncShots.section(desk, look, KeyCode.DIGIT5);
                }));
        for (Shot shot : main) {
            for (ThemeChoice theme : ThemeChoice.values()) {
                for (int[] size : SIZES) {
                    shots.add(new Shot(shot.name, shot.scenery, theme, Language.ZH, size));
                }
            }
            shots.add(new Shot(shot.name, shot.scenery, ThemeChoice.LIGHT, Language.EN, SIZES.getFirst()));
        }
        shots.addAll(states());
        shots.add(plain("enrol-removed", (desk, look) -> enrolAfterRemoval(desk)));
        shots.add(plain("leaving", (desk, look) -> new LeavingView(desk.texts)));
        shots.addAll(SubmittedShots.states());
        shots.addAll(SyncShots.states());
        shots.addAll(SyncShots.dossiers());
        shots.addAll(JarShots.states());
        shots.addAll(RoundShots.main());
        shots.addAll(RoundShots.states());
        shots.addAll(FormShots.states());
        return shots.stream();
    }

    private static List<Shot> states() {
        return List.of(
                plain("login-wrong", (desk, look) -> loginWrong(desk)),
                plain("enrol", (desk, look) -> enrol(desk, false)),
                plain("enrol-error", (desk, look) -> enrol(desk, true)),
                plain("today-empty", (desk, look) -> {
                    desk.rounds.items.clear();
                    return shell(desk, look, new Location.At(Place.TODAY));
                }),
                plain("today-error", (desk, look) -> {
                    desk.rounds.fault = new StoreException(StoreException.Reason.DAMAGED, "page 7");
                    return shell(desk, look, new Location.At(Place.TODAY));
                }),
                plain("scan", (desk, look) -> shell(desk, look, new Location.At(Place.SCAN))),
                plain("scan-several", (desk, look) -> scan(desk, "SG300P")),
                plain("scan-unknown", (desk, look) -> scan(desk, "UPS-000099")),
                plain("scan-other", (desk, look) -> scan(desk, "YD1:OTHER:UPS-000006:1A2B")),
                plain("scan-check", (desk, look) -> scan(desk, "YD1:DEMO:UPS-000006:0000")),
                plain("scan-no", (desk, look) -> scan(desk, "会议桌 3")),
                plain("scan-picture", (desk, look) -> scanPicture(desk)),
                plain("assets-empty", (desk, look) -> {
                    desk.ledger.assets.clear();
                    return shell(desk, look, new Location.At(Place.ASSETS));
                }),
                plain("dossier-conflict", (desk, look) -> shell(desk, look, new Location.OfAsset(YangpuLedger.id(13)))),
                plain("dossier-gone", (desk, look) -> shell(desk, look, new Location.OfAsset(YangpuLedger.id(77)))),
                plain("form-new", (desk, look) -> shell(desk, look, new Location.NewForm(YangpuLedger.id(6), "ups-m"))),
                plain("form-not-saved", ScreenPicturesTest::formNotSaved),
                plain("form-skip", ScreenPicturesTest::formSkip),
                plain("form-gaps", ScreenPicturesTest::formGaps),
                plain("form-supplements", ScreenPicturesTest::formSupplements),
                plain("form-supplement-wrong", ScreenPicturesTest::formSupplementWrong),
                plain("form-signature", ScreenPicturesTest::formSignature),
                plain("sync-empty", (desk, look) -> {
                    desk.sync.entries = List.of();
                    desk.sync.status = new SyncStatus(
                            SyncStatus.Connection.REACHED, 0, 0, 0, Desk.NOW.minusSeconds(60), 80_000L, null);
                    return shell(desk, look, new Location.At(Place.SYNC));
                }),
                plain("sync-error", (desk, look) -> {
                    desk.sync.fault = new StoreException(StoreException.Reason.CLOSED, "closed");
                    desk.sync.status =
                            new SyncStatus(SyncStatus.Connection.UNREACHABLE, 3, 0, 0, null, null, "E-SYNC-301");
                    return shell(desk, look, new Location.At(Place.SYNC));
                }),
                plain("keys", (desk, look) -> {
                    Shell shell = shell(desk, look, new Location.NewForm(YangpuLedger.id(6), "ups-m"));
                    shell.keys();
                    return shell;
                }),
                plain("find", (desk, look) -> {
                    Shell shell = shell(desk, look, new Location.At(Place.TODAY));
                    shell.find();
                    return shell;
                }));
    }

    static Shot plain(String name, Scenery scenery) {
        return new Shot(name, scenery, ThemeChoice.LIGHT, Language.ZH, SIZES.getFirst());
    }

    static Shell shell(Desk desk, Appearance look, Location location) {
        Shell shell = new Shell(new KnownSessions.Handle(), desk.services(), desk.context, new ZxingTagReader(), look);
        shell.go(location);
        return shell;
    }

    private static Parent login(Desk desk, Appearance look) {
        LoginViewModel model = new LoginViewModel(new KnownSessions(), desk.tasks, ignored -> {});
        model.load(() -> {});
        return new LoginView(model, desk.texts, () -> {});
    }

    private static Parent loginWrong(Desk desk) {
        LoginViewModel model = new LoginViewModel(new KnownSessions(), desk.tasks, ignored -> {});
        model.load(() -> {});
        model.open("no".toCharArray());
        return new LoginView(model, desk.texts, () -> {});
    }

    private static Parent enrol(Desk desk, boolean failing) {
        KnownSessions sessions = new KnownSessions();
        sessions.enrolling = new EnrolOutcome.Refused(EnrolOutcome.Reason.CODE_EXPIRED);
        EnrolViewModel model = new EnrolViewModel(sessions, desk.tasks, ignored -> {});
        Enrolment typed = new Enrolment("https://ledger.example.org", "inspector1", "K7Q2-9XWM", "杨浦机房 1 号笔记本");
        model.serverProperty().set(typed.server());
        model.loginProperty().set(typed.login());
        model.codeProperty().set(typed.code());
        model.deviceNameProperty().set(typed.deviceName());
        if (failing) {
            model.enrol("secret".toCharArray());
        }
        return new EnrolView(model, desk.texts, true, () -> {});
    }

    private static Parent enrolAfterRemoval(Desk desk) {
        EnrolViewModel model = new EnrolViewModel(new KnownSessions(), desk.tasks, ignored -> {});
        model.sayRemoved();
        return new EnrolView(model, desk.texts, false, () -> {});
    }

    private static Parent scan(Desk desk, String text) {
        ScanViewModel model = new ScanViewModel(desk.ledger, new ZxingTagReader(), desk.tasks, ignored -> {});
        model.textProperty().set(text);
        model.submit();
        return new ScanView(model, desk.context).node();
    }

    private static Parent scanPicture(Desk desk) {
        ScanViewModel model = new ScanViewModel(desk.ledger, new ZxingTagReader(), desk.tasks, ignored -> {});
        model.readPicture(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB));
        return new ScanView(model, desk.context).node();
    }

    /** A form as it stands in the middle of the work. */
    private static void fill(Desk desk) {
        var id = desk.inspections.begin(YangpuLedger.id(6), "ups-m").id();
        desk.inspections.observe(id, "phases", "3-3");
        desk.inspections.observe(id, "redundancy", "none");
        desk.inspections.observe(id, "parallel_n", "1");
        answer(desk, "M01", new ReadingValue.YesNo(true));
        answer(desk, "M02", new ReadingValue.Choice(List.of("inverter")));
        desk.inspections.attach(id, SlotId.of("M02"), Path.of("panel.jpg"));
        answer(desk, "M03", new ReadingValue.Choice(List.of("none")));
        answer(desk, "M04", new ReadingValue.Measured(BigDecimal.ONE));
        answer(desk, "M20", new ReadingValue.YesNo(true));
        answer(desk, "M05.L1", new ReadingValue.Measured(new BigDecimal("389")));
        answer(desk, "M05.L2", new ReadingValue.Measured(new BigDecimal("321")));
        desk.inspections.record(
                id, SlotId.of("M06"), null, new Skip(Skip.Kind.NOT_INSPECTED, "面板不显示频率"), null, SlotId.parse("M05.L3"));
    }

    private static void answer(Desk desk, String slot, ReadingValue value) {
        var id = desk.inspections.begin(YangpuLedger.id(6), "ups-m").id();
        desk.inspections.record(id, SlotId.parse(slot), value, null, null, SlotId.parse("M05.L3"));
    }

    private static Parent filledForm(Desk desk, Appearance look) {
        fill(desk);
        return shell(desk, look, new Location.NewForm(YangpuLedger.id(6), "ups-m"));
    }

    private static Parent formNotSaved(Desk desk, Appearance look) {
        fill(desk);
        return form(desk, model -> {
            model.row(SlotId.parse("M05.L3")).orElseThrow().textProperty().set("三百八");
            model.next();
            model.row(SlotId.parse("M05.L3")).orElseThrow().textProperty().set("386");
            desk.inspections.fault = new StoreException(StoreException.Reason.DISK_FULL, "no space");
            model.next();
            model.back();
            model.row(SlotId.of("M06")).orElseThrow().textProperty().set("五十");
            model.activate(model.row(SlotId.of("M06")).orElseThrow());
            model.next();
        });
    }

    private static Parent formSkip(Desk desk, Appearance look) {
        fill(desk);
        return form(desk, model -> model.openPanel(RowViewModel.Panel.SKIP));
    }

    private static Parent formGaps(Desk desk, Appearance look) {
        fill(desk);
        return form(desk, FormViewModel::submit);
    }

    private static Parent formSupplements(Desk desk, Appearance look) {
        fill(desk);
        Parent shown = form(desk, model -> {
            model.choose(model.row(SlotId.of("M03")).orElseThrow(), "alarm");
            supply(model, "jar_count", "186");
        });
        ((TitledPane) shown.lookup("#form-supplements")).setExpanded(true);
        return shown;
    }

    private static Parent formSupplementWrong(Desk desk, Appearance look) {
        fill(desk);
        return form(desk, model -> supply(model, "jar_v", "3"));
    }

    private static void supply(FormViewModel model, String attribute, String text) {
        model.supplementsProperty().get().stream()
                .filter(it -> it.attribute().equals(attribute))
                .forEach(it -> {
                    it.textProperty().set(text);
                    model.supply(it);
                });
    }

    private static Parent formSignature(Desk desk, Appearance look) {
        fill(desk);
        return form(desk, model -> {
            var row = model.row(SlotId.of("M28")).orElseThrow();
            model.activate(row);
            row.textProperty().set("示例巡检员甲");
            row.strokesProperty().set("M40 60 L60 20 L80 62 L100 24 L120 60 M140 40 L200 36 L180 66 L220 50 L260 20");
        });
    }

    private static Parent form(Desk desk, Consumer<FormViewModel> acts) {
        FormViewModel model = new FormViewModel(desk.inspections, desk.tasks, ignored -> {}, left -> {});
        model.begin(YangpuLedger.id(6), "ups-m");
        acts.accept(model);
        return new FormView(model, desk.context, desk.pictures).node();
    }

    @ParameterizedTest
    @MethodSource("shots")
    void aScreenIsDrawnAtItsFullSize(Shot shot) throws IOException {
        BufferedImage picture = OnFx.call(() -> draw(shot));
        Snapshots.write(picture, FOLDER.resolve(shot + ".png"));
        assertThat(picture.getWidth()).isEqualTo(shot.size[0]);
        assertThat(picture.getHeight()).isEqualTo(shot.size[1]);
        assertThat(colours(picture)).as("something is drawn").isGreaterThan(8);
    }

    private static BufferedImage draw(Shot shot) {
        Desk desk = new Desk();
        Appearance appearance = new Appearance();
        desk.texts.languageProperty().set(shot.language);
        appearance.themeProperty().set(shot.theme);
        StackPane root = new StackPane();
        Scene scene = new Scene(root, shot.size[0], shot.size[1]);
        appearance.dress(scene);
        root.getChildren().setAll(shot.scenery.build(desk, appearance));
        root.applyCss();
        root.layout();
        root.layout();
        return Snapshots.take(scene);
    }

    private static long colours(BufferedImage picture) {
        return Arrays.stream(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
                .distinct()
                .count();
    }
}
