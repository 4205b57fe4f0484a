package xundang.model.round;

import static org.assertj.core.api.Assertions.assertThat;
import static xundang.model.round.Rounds.SEPTEMBER;
import static xundang.model.round.Rounds.answer;
import static xundang.model.round.Rounds.asset;
import static xundang.model.round.Rounds.at;
import static xundang.model.round.Rounds.body;
import static xundang.model.round.Rounds.forVisit;
import static xundang.model.round.Rounds.plan;
import static xundang.model.round.Rounds.with;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where an occurrence stands, given what happened. */
class StandingsTest {
    private static final Period SEPT = Period.of(YearMonth.of(2026, 9));
    private static final RoundPlan PATROL = plan(1, "room-p", "machine_room", new Rhythm.Slots(3, 30, 0));
    private static final RoundPlan FIRE = plan(2, "fire-p", "machine_room", new Rhythm.PerDay(2, 4));
    private static final RoundPlan MONTHLY = plan(3, "ups-m", "ups_host", Rhythm.monthly());
    private static final PlannedAsset ROOM = asset(1, "machine_room");
    private static final PlannedAsset HOST = asset(2, "ups_host");
    private static final Occurrence SLOT = occurrence(PATROL, ROOM, "2026-09-01T03:00");
    private static final Occurrence MONTH = occurrence(MONTHLY, HOST, "2026-09");

    @Test
    void aSlotIsPlannedThenDueThenMissedForEver() {
        assertThat(standing(SLOT, "2026-09-01T02:29:59")).isEqualTo(Standing.PLANNED);
        assertThat(standing(SLOT, "2026-09-01T02:30:00")).isEqualTo(Standing.DUE);
        assertThat(standing(SLOT, "2026-09-01T03:30:00")).isEqualTo(Standing.DUE);
        assertThat(standing(SLOT, "2026-09-01T03:30:01")).isEqualTo(Standing.MISSED);
    }

    @Test
    void aMonthIsOverdueBeforeItIsMissed() {
        assertThat(standing(MONTH, "2026-09-30T23:59:59")).isEqualTo(Standing.DUE);
        assertThat(standing(MONTH, "2026-10-01T00:00:00")).isEqualTo(Standing.OVERDUE);
        assertThat(standing(MONTH, "2026-11-01T00:00:00")).isEqualTo(Standing.MISSED);
    }

    @Test
    void anInspectionThatNamesAMissedMonthMakesItUp() {
        OccurrenceState state = state(MONTH, answer(1, MONTH, "2026-10-05T09:00"), "2026-10-06T00:00");

        assertThat(state.standing()).isEqualTo(Standing.DONE);
        assertThat(state.late()).isTrue();
    }

    @Test
    void aMonthThatWasMadeUpLeavesTheNextOneToBeDone() {
        List<Occurrence> both = new Occurrences(List.of(MONTHLY))
                .dueIn(new Period(SEPTEMBER, LocalDate.of(2026, 10, 31)), List.of(HOST));

        assertThat(Standings.of(
                        both,
                        RoundFacts.ofAnswers(List.of(answer(1, MONTH, "2026-10-05T09:00"))),
                        at("2026-10-06T00:00")))
                .extracting(OccurrenceState::standing)
                .containsExactly(Standing.DONE, Standing.DUE);
    }

    @Test
    void aMonthThatWasMadeUpDoesNotCountForTheNextWhenOnlyThatIsAskedAbout() {
        List<Occurrence> october =
                new Occurrences(List.of(MONTHLY)).dueIn(Period.of(YearMonth.of(2026, 10)), List.of(HOST));
        Answer named = answer(1, MONTH, "2026-10-05T09:00");
        Answer older = answer(2, HOST, "ups-m", "2026-10-05T09:00", null, "2026-09-30", Map.of());

        assertThat(Standings.of(october, RoundFacts.ofAnswers(List.of(named, older)), at("2026-10-06T00:00")))
                .extracting(OccurrenceState::standing)
                .containsExactly(Standing.DUE);
    }

    @Test
    void aMonthThatWasMadeUpDoesNotCountForThePlanThatTookItsPlace() {
        RoundPlan ended = plan(
                8,
                with(
                        body("ups-m", "ups_host", null, Rhythm.monthly()),
                        SEPTEMBER,
                        LocalDate.of(2026, 9, 30),
                        null,
                        Purpose.REGULAR));
        RoundPlan next = plan(
                9,
                with(
                        body("ups-m", "ups_host", null, Rhythm.monthly()),
                        LocalDate.of(2026, 10, 1),
                        null,
                        null,
                        Purpose.REGULAR));
        Occurrences all = new Occurrences(List.of(ended, next));
        Answer late = answer(1, occurrence(ended, HOST, "2026-09"), "2026-10-05T09:00");

        assertThat(Standings.of(
                        all,
                        all.dueIn(Period.of(YearMonth.of(2026, 10)), List.of(HOST)),
                        RoundFacts.ofAnswers(List.of(late)),
                        at("2026-10-06T00:00")))
                .extracting(OccurrenceState::standing)
                .containsExactly(Standing.DUE);
    }

    @Test
    void aSlotThatIsOverCannotBeMadeUp() {
        assertThat(state(SLOT, answer(1, SLOT, "2026-09-01T03:31"), "2026-09-02T00:00")
                        .standing())
                .isEqualTo(Standing.MISSED);
    }

    @Test
    void anInspectionCountsByWhenItWasBegun() {
        assertThat(state(SLOT, answer(1, SLOT, "2026-09-01T03:29"), "2026-09-02T00:00")
                        .standing())
                .isEqualTo(Standing.DONE);
    }

    @Test
    void anInspectionWithoutAPlanAnswersWhatWasOpen() {
        assertThat(state(SLOT, answer(1, ROOM, "room-p", "2026-09-01T02:45"), "2026-09-02T00:00")
                        .standing())
                .isEqualTo(Standing.DONE);
    }

    @Test
    void anInspectionWithAnotherFormAnswersNothing() {
        assertThat(state(SLOT, answer(1, ROOM, "fire-p", "2026-09-01T02:45"), "2026-09-02T00:00")
                        .standing())
                .isEqualTo(Standing.MISSED);
    }

    @Test
    void anOlderProgramNamedTheLastDayOfItsMonth() {
        Answer old = answer(1, HOST, "ups-m", "2026-10-02T09:00", null, "2026-09-30", Map.of());

        assertThat(state(MONTH, old, "2026-10-06T00:00").standing()).isEqualTo(Standing.DONE);
    }

    @Test
    void ofTwoInspectionsTheFirstSubmittedCountsAndBothAreKept() {
        Answer first = answer(2, SLOT, "2026-09-01T02:40");
        Answer second = answer(1, SLOT, "2026-09-01T02:41");

        OccurrenceState state = Standings.of(
                        List.of(SLOT), RoundFacts.ofAnswers(List.of(second, first)), at("2026-09-02T00:00"))
                .getFirst();

        assertThat(state.answer()).isEqualTo(first);
        assertThat(state.others()).containsExactly(second);
    }

    @Test
    void ofTwoInspectionsOfOneMomentTheSmallerIdCounts() {
        Answer small = answer(1, SLOT, "2026-09-01T02:40");
        Answer great = answer(2, SLOT, "2026-09-01T02:40");

        assertThat(Standings.of(List.of(SLOT), RoundFacts.ofAnswers(List.of(great, small)), at("2026-09-02T00:00"))
                        .getFirst()
                        .answer())
                .isEqualTo(small);
    }

    @Test
    void twoFirePatrolsTooCloseTogetherAreOne() {
        assertThat(fireDay("2026-09-01T08:00", "2026-09-01T11:59")).containsExactly(Standing.DONE, Standing.MISSED);
        assertThat(fireDay("2026-09-01T08:00", "2026-09-01T12:00")).containsExactly(Standing.DONE, Standing.DONE);
    }

    @Test
    void aSingleLateFirePatrolIsTheSecondOfItsDay() {
        assertThat(fireDay("2026-09-01T21:00")).containsExactly(Standing.MISSED, Standing.DONE);
    }

    @Test
    void theSecondFirePatrolWaitsForItsDistance() {
        List<Occurrence> day = new Occurrences(List.of(FIRE)).dueIn(Period.of(SEPTEMBER), List.of(ROOM));
        RoundFacts facts = RoundFacts.ofAnswers(List.of(answer(1, ROOM, "fire-p", "2026-09-01T08:00")));

        assertThat(Standings.of(day, facts, at("2026-09-01T11:00")).getLast().standing())
                .isEqualTo(Standing.PLANNED);
        assertThat(Standings.of(day, facts, at("2026-09-01T12:00")).getLast().standing())
                .isEqualTo(Standing.DUE);
    }

    @Test
    void oneServiceWithCleaningAnswersBothPlans() {
        RoundPlan quarterly = plan(5, "ups-q", "ups_host", new Rhythm.Months(3));
        RoundPlan cleaning = plan(
                6,
                forVisit(
                        body("ups-q", "ups_host", null, new Rhythm.Months(3)), "cleaning", Map.of("cleaning", "true")));
        List<Occurrence> due = new Occurrences(List.of(quarterly, cleaning)).dueIn(SEPT, List.of(HOST));
        Answer service = answer(
                1,
                HOST,
                "ups-q",
                "2026-09-10T09:00",
                due.getFirst().key().plannedSlot(),
                null,
                Map.of("cleaning", "true"));
        Answer without = answer(
                1, HOST, "ups-q", "2026-09-10T09:00", due.getFirst().key().plannedSlot(), null, Map.of());

        assertThat(Standings.of(due, RoundFacts.ofAnswers(List.of(service)), at("2026-09-11T00:00")))
                .extracting(OccurrenceState::standing)
                .containsExactly(Standing.DONE, Standing.DONE);
        assertThat(Standings.of(due, RoundFacts.ofAnswers(List.of(without)), at("2026-09-11T00:00")))
                .extracting(OccurrenceState::standing)
                .containsExactlyInAnyOrder(Standing.DONE, Standing.DUE);
    }

    @Test
    void anAdditionalRoundIsNotAnsweredByAnOrdinaryInspection() {
        RoundPlan guarded = plan(
                7, with(body("ups-m", "ups_host", null, Rhythm.daily()), SEPTEMBER, SEPTEMBER, null, Purpose.GUARDED));
        List<Occurrence> due = new Occurrences(List.of(MONTHLY, guarded)).touching(Period.of(SEPTEMBER), List.of(HOST));

        assertThat(Standings.of(
                                due,
                                RoundFacts.ofAnswers(List.of(answer(1, HOST, "ups-m", "2026-09-01T09:00"))),
                                at("2026-09-02T00:00"))
                        .stream()
                        .filter(state -> state.occurrence().plan().equals(guarded)))
                .extracting(OccurrenceState::standing)
                .containsExactly(Standing.MISSED);
    }

    @Test
    void aMarkLeavesAnOccurrenceOutUntilItIsTakenBack() {
        RecordedMark skip = mark(1, OccurrenceMark.Kind.SKIP, null, "2026-09-03T09:00:00+08:00");
        RecordedMark reopen = mark(2, OccurrenceMark.Kind.REOPEN, null, "2026-09-04T09:00:00+08:00");

        assertThat(marked("2026-09-05T00:00", skip)).isEqualTo(Standing.SKIPPED);
        assertThat(marked("2026-09-05T00:00", reopen, skip)).isEqualTo(Standing.DUE);
    }

    @Test
    void whatWasPutOffIsDueAgainAtItsTime() {
        RecordedMark later =
                mark(1, OccurrenceMark.Kind.POSTPONE, "2026-09-20T08:00:00+08:00", "2026-09-03T09:00:00+08:00");

        assertThat(marked("2026-09-20T07:59", later)).isEqualTo(Standing.POSTPONED);
        assertThat(marked("2026-09-20T08:00", later)).isEqualTo(Standing.DUE);
        assertThat(marked("2026-10-01T00:00", later)).isEqualTo(Standing.OVERDUE);
    }

    @Test
    void anInspectionCountsBeforeAnyMark() {
        RoundFacts facts = new RoundFacts(
                List.of(answer(1, MONTH, "2026-09-10T09:00")),
                List.of(),
                List.of(mark(1, OccurrenceMark.Kind.SKIP, null, "2026-09-11T09:00:00+08:00")));

        assertThat(Standings.of(List.of(MONTH), facts, at("2026-09-12T00:00"))
                        .getFirst()
                        .standing())
                .isEqualTo(Standing.DONE);
    }

    @Test
    void aDraftBegunInTimeIsStartedEvenAfterTheWindow() {
        BegunWork draft =
                new BegunWork(new UUID(4, 1), ROOM.id(), "room-p", SLOT.key().plannedSlot(), at("2026-09-01T03:10"));

        OccurrenceState state = Standings.of(
                        List.of(SLOT), new RoundFacts(List.of(), List.of(draft), List.of()), at("2026-09-01T04:00"))
                .getFirst();

        assertThat(state.standing()).isEqualTo(Standing.STARTED);
        assertThat(state.begun()).isEqualTo(draft);
    }

    @Test
    void theKnownErrorOfALaptopsClockIsTakenOff() {
        OffsetDateTime shown = OffsetDateTime.parse("2026-09-01T03:40:00+08:00");

        assertThat(Answer.corrected(shown, 15 * 60_000L)).isEqualTo(at("2026-09-01T03:25"));
        assertThat(Answer.corrected(shown, -60_000L)).isEqualTo(at("2026-09-01T03:41"));
    }

    private static Occurrence occurrence(RoundPlan plan, PlannedAsset asset, String slot) {
        return new Occurrences(List.of(plan))
                .dueIn(SEPT, List.of(asset)).stream()
                        .filter(it -> it.window().slot().equals(slot))
                        .findFirst()
                        .orElseThrow();
    }

    private static Standing standing(Occurrence occurrence, String now) {
        return Standings.of(List.of(occurrence), RoundFacts.NONE, at(now))
                .getFirst()
                .standing();
    }

    private static OccurrenceState state(Occurrence occurrence, Answer answer, String now) {
        return Standings.of(List.of(occurrence), RoundFacts.ofAnswers(List.of(answer)), at(now))
                .getFirst();
    }

    private static List<Standing> fireDay(String... begun) {
        List<Occurrence> day = new Occurrences(List.of(FIRE)).dueIn(Period.of(SEPTEMBER), List.of(ROOM));
        List<Answer> answers = new java.util.ArrayList<>();
        for (String one : begun) {
            answers.add(answer(answers.size(), ROOM, "fire-p", one));
        }
        return Standings.of(day, RoundFacts.ofAnswers(answers), at("2026-09-02T00:00")).stream()
                .map(OccurrenceState::standing)
                .toList();
    }

    private static RecordedMark mark(int id, OccurrenceMark.Kind kind, @Nullable String until, String at) {
        return new RecordedMark(
                new UUID(5, id),
                new OccurrenceMark(
                        MONTHLY.id(),
                        HOST.id(),
                        "2026-09",
                        kind,
                        until == null ? null : OffsetDateTime.parse(until),
                        "机房封闭施工",
                        Rounds.WANG,
                        "王工",
                        OffsetDateTime.parse(at),
                        0));
    }

    private static Standing marked(String now, RecordedMark... marks) {
        return Standings.of(List.of(MONTH), new RoundFacts(List.of(), List.of(), List.of(marks)), at(now))
                .getFirst()
                .standing();
    }
}
