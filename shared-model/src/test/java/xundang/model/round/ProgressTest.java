package xundang.model.round;

import static org.assertj.core.api.Assertions.assertThat;
import static xundang.model.round.Rounds.answer;
import static xundang.model.round.Rounds.asset;
import static xundang.model.round.Rounds.at;
import static xundang.model.round.Rounds.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import xundang.model.text.Share;

/** How far a round is; domain specification, section 7, examples 11 and 13. */
class ProgressTest {
    private static final Period SEPT = Period.of(YearMonth.of(2026, 9));

    @Test
    void coverageIsHeldAgainstTheExactFraction() {
        assertThat(camerasDone(806).coverage()).satisfies(share -> {
            assertThat(share.percent().orElseThrow()).hasToString("95.05");
            assertThat(share.atLeast(95)).contains(true);
        });
        assertThat(camerasDone(805).coverage()).satisfies(share -> {
            assertThat(share.percent().orElseThrow()).hasToString("94.93");
            assertThat(share.atLeast(95)).contains(false);
        });
    }

    @Test
    void aMonthOfPatrolsWithAGoodRateFailsOnTwoOfItsDays() {
        List<OccurrenceState> month = patrols();

        assertThat(Progress.of(month).done()).isEqualTo(231);
        assertThat(Progress.of(month).completion().percent().orElseThrow()).hasToString("96.25");
        assertThat(PatrolDays.of(month).failing())
                .containsExactly(LocalDate.of(2026, 9, 29), LocalDate.of(2026, 9, 30));
        assertThat(PatrolDays.of(month).holds()).isFalse();
    }

    @Test
    void theKindsAddUpToWhatWasPlanned() {
        Progress progress = Progress.of(patrols());

        assertThat(progress.planned())
                .isEqualTo(240)
                .isEqualTo(progress.done()
                        + progress.missed()
                        + progress.overdue()
                        + progress.skipped()
                        + progress.open());
        assertThat(progress.missed()).isEqualTo(9);
    }

    @Test
    void progressIsCountedForEachDay() {
        Map<LocalDate, Progress> days = Progress.by(
                patrols(),
                state -> SlotNames.firstDay(state.occurrence().window().slot()).orElseThrow());

        assertThat(days).hasSize(30);
        assertThat(days.get(LocalDate.of(2026, 9, 30)).done()).isEqualTo(6);
    }

    @Test
    void nothingPlannedIsNeitherPassNorFail() {
        assertThat(new Share(0, 0).percent()).isEmpty();
        assertThat(new Share(0, 0).atLeast(95)).isEmpty();
    }

    @Test
    void moreThanALimitExcludesTheLimit() {
        assertThat(new Share(190, 200).above(95)).contains(false);
        assertThat(new Share(191, 200).above(95)).contains(true);
        assertThat(new Share(24_499, 25_000).atLeast(98)).contains(false);
    }

    private static Progress camerasDone(int done) {
        List<PlannedAsset> cameras = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 848; i++) {
            PlannedAsset camera = asset(i, "camera");
            cameras.add(camera);
            if (i < done) {
                answers.add(answer(i, camera, "cam-f", "2026-09-10T10:00"));
            }
        }
        List<Occurrence> due =
                new Occurrences(List.of(plan(1, "cam-f", "camera", Rhythm.monthly()))).dueIn(SEPT, cameras);
        return Progress.of(Standings.of(due, RoundFacts.ofAnswers(answers), at("2026-10-01T00:00")));
    }

    /** 23 days with 8 of 8 patrols, 5 with 7, the last 2 with 6. */
    private static List<OccurrenceState> patrols() {
        PlannedAsset room = asset(1, "machine_room");
        List<Occurrence> due = new Occurrences(List.of(plan(1, "room-p", "machine_room", new Rhythm.Slots(3, 30, 0))))
                .dueIn(SEPT, List.of(room));
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < due.size(); i++) {
            int day = i / 8;
            int left = day < 23 ? 0 : day < 28 ? 1 : 2;
            if (i % 8 >= left) {
                String slot = due.get(i).window().slot();
                answers.add(answer(i, room, "room-p", slot));
            }
        }
        return Standings.of(due, RoundFacts.ofAnswers(answers), at("2026-10-01T12:00"));
    }
}
