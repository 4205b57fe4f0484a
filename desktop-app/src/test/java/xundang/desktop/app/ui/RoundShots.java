package xundang.desktop.app.ui;

import static xundang.desktop.app.ui.ScreenPicturesTest.plain;
import static xundang.desktop.app.ui.ScreenPicturesTest.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import xundang.desktop.app.ui.ScreenPicturesTest.Shot;
import xundang.desktop.platform.i18n.Language;
import xundang.desktop.platform.theme.ThemeChoice;
import xundang.desktop.round.RoundItem;
import xundang.desktop.round.RoundItem.State;
import xundang.desktop.round.Rounds.MarkOutcome;
import xundang.desktop.round.ui.ProgressViewModel;
import xundang.desktop.round.ui.PutOffViewModel.Kind;
import xundang.desktop.round.ui.TodayFilter;
import xundang.desktop.round.ui.TodayLine;
import xundang.desktop.round.ui.TodayView;
import xundang.desktop.round.ui.TodayViewModel;
import xundang.desktop.testing.Desk;
import xundang.desktop.testing.YangpuRounds;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.text.ModelText;

/** Pictures of the rounds: what is put off, who took what, how far they are. */
final class RoundShots {
    private static final String COLLEAGUE = "示例巡检员乙";

    private RoundShots() {}

    /** In every theme. */
    static List<Shot> main() {
        List<Shot> shots = new ArrayList<>();
        for (ThemeChoice theme : ThemeChoice.values()) {
            for (int[] size : List.of(new int[] {1366, 768}, new int[] {1920, 1080})) {
                shots.add(new Shot("today-progress", (desk, look) -> progress(desk), theme, Language.ZH, size));
                shots.add(new Shot("today-put-off", (desk, look) -> putOff(desk, Kind.SKIP), theme, Language.ZH, size));
            }
        }
        shots.add(new Shot(
                "today-progress", (desk, look) -> progress(desk), ThemeChoice.LIGHT, Language.EN, new int[] {1366, 768
                }));
        return shots;
    }

    static List<Shot> states() {
        return List.of(
                plain("today-postpone-refused", (desk, look) -> {
                    desk.rounds.outcome = new MarkOutcome.Refused(ModelText.of("mark.until_late", "2026-11-30 23:59"));
                    return putOff(desk, Kind.POSTPONE);
                }),
                plain("today-put-off-items", (desk, look) -> {
                    markSome(desk.rounds);
                    return shell(desk, look, new Location.At(Place.TODAY));
                }),
                plain("today-taken", (desk, look) -> {
                    desk.rounds.taken("yangpu", new RoundItem.Taken(COLLEAGUE, YangpuRounds.NOW.minusHours(2), false));
                    desk.rounds.taken("tianshan", new RoundItem.Taken("示例巡检员甲", YangpuRounds.NOW, true));
                    return today(desk, model -> model.open(line(model, 8)));
                }),
                plain(
                        "today-nothing-fits",
                        (desk, look) -> today(
                                desk,
                                model -> model.filterProperty()
                                        .set(TodayFilter.ALL.withGroup(TodayFilter.Group.PUT_OFF)))),
                plain("today-clock", (desk, look) -> {
                    desk.rounds.clockWentBack = Duration.ofMinutes(37);
                    desk.rounds.bundledPlans = true;
                    return shell(desk, look, new Location.At(Place.TODAY));
                }));
    }

    private static void markSome(YangpuRounds rounds) {
        RoundItem first = rounds.item(1);
        rounds.replace(YangpuRounds.with(
                first,
                State.PASSED_OVER,
                new RoundItem.PutOff("机房封闭施工，无法进入", COLLEAGUE, YangpuRounds.NOW.minusHours(1), null)));
        RoundItem second = rounds.item(2);
        rounds.replace(YangpuRounds.with(
                second,
                State.POSTPONED,
                new RoundItem.PutOff(
                        "等厂家到场一起检",
                        COLLEAGUE,
                        YangpuRounds.NOW.minusHours(1),
                        YangpuRounds.NOW.plusDays(3).withHour(14).withMinute(30))));
    }

    private static TodayLine line(TodayViewModel model, int number) {
        String assetNo = "UPS-%06d".formatted(number);
        return model.lines().stream()
                .filter(line -> line instanceof TodayLine.Item of
                        && of.item().asset().assetNo().equals(assetNo))
                .findFirst()
                .orElseThrow();
    }

    private static Parent putOff(Desk desk, Kind kind) {
        return today(desk, model -> {
            model.putOff(line(model, 8));
            model.putOff().kindProperty().set(kind);
            model.putOff().reasonProperty().set("机房钥匙在使用单位，今天借不到");
            if (kind == Kind.POSTPONE) {
                model.putOff().untilProperty().set("12-05");
                model.putOff().save();
            }
        });
    }

    private static Parent progress(Desk desk) {
        Parent shown = today(desk, model -> {});
        ((ToggleButton) shown.lookup("#today-tab-progress")).fire();
        return shown;
    }

    private static Parent today(Desk desk, Consumer<TodayViewModel> acts) {
        TodayViewModel model = new TodayViewModel(
                desk.rounds,
                desk.tasks,
                new Nowhere(),
                text -> text.in(desk.texts.language().locale()));
        ProgressViewModel progress =
                new ProgressViewModel(desk.rounds, desk.tasks, () -> YangpuRounds.NOW.toLocalDate());
        TodayView view = new TodayView(model, progress, desk.texts, (period, tick) -> () -> {}, () -> {});
        view.shown();
        acts.accept(model);
        return view.node();
    }

    /** Nothing is opened in a picture. */
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
