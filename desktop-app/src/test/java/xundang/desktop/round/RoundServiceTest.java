package xundang.desktop.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.desktop.asset.Dossier;
import xundang.desktop.inspection.TestLaptop;
import xundang.desktop.round.RoundItem.State;
import xundang.desktop.round.Rounds.MarkOutcome;
import xundang.model.asset.AssetId;
import xundang.model.round.Period;
import xundang.model.sync.RecordType;

/** Rounds on a real laptop's database, from plans that the feed brings. Now is Monday 3 August 2026, 14:05. */
class RoundServiceTest {
    private static final UUID PATROL = new UUID(6, 1);
    private static final UUID MONTHLY = new UUID(6, 2);

    @TempDir
    Path temp;

    private TestLaptop laptop;
    private AssetId room;
    private AssetId host;

    @BeforeEach
    void open() throws IOException {
        laptop = new TestLaptop(temp.resolve("ledger"));
        plan(PATROL, "机房巡视", "room-p", "machine_room", slots());
        plan(MONTHLY, "UPS 月度巡检", "ups-m", "ups_host", Map.of("kind", "months", "months", 1));
        room = laptop.host(1, "category", "machine_room", "name", "杨浦机房", "room", "101");
        host = laptop.host(2, "room", "102");
    }

    @AfterEach
    void close() {
        laptop.close();
    }

    private static Map<String, Object> slots() {
        return Map.of("kind", "slots", "every_hours", 3, "window_minutes", 30, "first_hour", 0);
    }

    private void plan(UUID id, String name, String template, String category, Map<String, Object> rhythm) {
        laptop.feed(
                RecordType.PLAN,
                id,
                Map.of(
                        "name", name,
                        "template_id", template,
                        "category", category,
                        "rhythm", rhythm,
                        "starts_on", "2026-07-01",
                        "purpose", "regular",
                        "priority", 0));
    }

    private void answered(long number, AssetId asset, String template, UUID plan, String slot, String at) {
        Map<String, Object> fields = new HashMap<>(Map.ofEntries(
                Map.entry("asset_id", asset.toString()),
                Map.entry("template_id", template),
                Map.entry("template_version", 1),
                Map.entry("occurrence", Map.of("plan_id", plan.toString(), "slot", slot)),
                Map.entry("started_at", at),
                Map.entry("submitted_at", at),
                Map.entry("inspector_id", TestLaptop.LI.toString()),
                Map.entry("inspector_name", "示例员乙"),
                Map.entry("device_id", new UUID(8, 8).toString()),
                Map.entry("clock_offset_ms", 0),
                Map.entry("observed", Map.of()),
                Map.entry("readings", List.of()),
                Map.entry("verdict", "normal"),
                Map.entry("record_hash", "0".repeat(64))));
        laptop.feed(RecordType.INSPECTION, new UUID(5, number), fields);
    }

    private List<String> states(AssetId asset) {
        return laptop.rounds.today().items().stream()
                .filter(item -> item.asset().id().equals(asset))
                .map(item -> item.key().slot() + " " + item.state())
                .toList();
    }

    private RoundItem item(AssetId asset, String slot) {
        return laptop.rounds.today().items().stream()
                .filter(item -> item.asset().id().equals(asset)
                        && item.key() != null
                        && item.key().slot().equals(slot))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePatrolSlotsOfTheDayAreMissedOpenOrStillToCome() {
        laptop.clock.set("2026-08-03T07:05:00Z");

        assertThat(states(room))
                .containsExactly(
                        "2026-08-03T00:00 MISSED",
                        "2026-08-03T03:00 MISSED",
                        "2026-08-03T06:00 MISSED",
                        "2026-08-03T09:00 MISSED",
                        "2026-08-03T12:00 MISSED",
                        "2026-08-03T15:00 DUE",
                        "2026-08-03T18:00 UPCOMING",
                        "2026-08-03T21:00 UPCOMING",
                        "2026-08-04T00:00 UPCOMING");
    }

    @Test
    void aMinuteCanCloseAWindow() {
        laptop.clock.set("2026-08-03T07:29:00Z");
        assertThat(item(room, "2026-08-03T15:00").state()).isEqualTo(State.DUE);

        laptop.clock.set("2026-08-03T07:31:00Z");

        assertThat(item(room, "2026-08-03T15:00").state()).isEqualTo(State.MISSED);
    }

    @Test
    void theWindowIsJudgedByTheServersClock() {
        laptop.offsetMs = Duration.ofMinutes(10).toMillis();
        laptop.clock.set("2026-08-03T07:35:00Z");

        assertThat(item(room, "2026-08-03T15:00").state()).isEqualTo(State.DUE);
    }

    @Test
    void whatAColleagueDidIsDoneWithTheirName() {
        assertThat(item(host, "2026-08").state()).isEqualTo(State.DUE);

        answered(1, host, "ups-m", MONTHLY, "2026-08", "2026-08-03T09:00:00+08:00");

        RoundItem done = item(host, "2026-08");
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.done().person()).isEqualTo("示例员乙");
        assertThat(done.done().own()).isFalse();
    }

    @Test
    void ofTwoRecordsForOneSlotTheFirstSubmittedCountsAndTheOtherIsShownAsSecond() {
        answered(2, room, "room-p", PATROL, "2026-08-03T09:00", "2026-08-03T09:10:00+08:00");
        answered(1, room, "room-p", PATROL, "2026-08-03T09:00", "2026-08-03T09:05:00+08:00");

        assertThat(item(room, "2026-08-03T09:00").done().inspection().value()).isEqualTo(new UUID(5, 1));
        assertThat(laptop.ledger.dossier(room).orElseThrow().history())
                .extracting(past -> past.id().value(), Dossier.PastInspection::second)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(new UUID(5, 1), false),
                        org.assertj.core.groups.Tuple.tuple(new UUID(5, 2), true));
    }

    @Test
    void aSkipIsDurableQueuedOnceAndTakenBackByANewMark() throws IOException {
        RoundItem due = item(host, "2026-08");
        assertThat(laptop.rounds.skip(due.key(), "使用单位停电检修")).isEqualTo(new MarkOutcome.Marked());
        assertThat(item(host, "2026-08").state()).isEqualTo(State.PASSED_OVER);
        assertThat(item(host, "2026-08").putOff().reason()).isEqualTo("使用单位停电检修");

        laptop.reopen();
        assertThat(item(host, "2026-08").state()).isEqualTo(State.PASSED_OVER);

        laptop.clock.set("2026-08-03T06:06:00Z");
        assertThat(laptop.rounds.takeBack(due.key())).isEqualTo(new MarkOutcome.Marked());
        assertThat(item(host, "2026-08").state()).isEqualTo(State.DUE);
        assertThat(laptop.rounds.takeBack(due.key())).isEqualTo(new MarkOutcome.Gone());
        assertThat(marks()).isEqualTo(2);
    }

    @Test
    void marksComeBackFromTheJournal() throws IOException {
        laptop.rounds.skip(item(host, "2026-08").key(), "使用单位停电检修");

        laptop.loseDatabase();

        assertThat(marks()).isEqualTo(1);
    }

    private int marks() {
        return laptop.database
                .read(tx -> laptop.sync.records().all(tx, RecordType.ROUND_MARK))
                .size();
    }

    @Test
    void theRulesRefuseInWords() {
        RoundItem due = item(host, "2026-08");
        assertThat(laptop.rounds.skip(due.key(), " ")).isInstanceOf(MarkOutcome.Refused.class);
        assertThat(laptop.rounds.postpone(due.key(), "等厂家", OffsetDateTime.parse("2026-09-10T12:00+08:00")))
                .isInstanceOf(MarkOutcome.Refused.class);
        laptop.clock.set("2026-08-03T07:05:00Z");
        RoundItem missed = item(room, "2026-08-03T09:00");
        assertThat(laptop.rounds.skip(missed.key(), "忘了")).isInstanceOf(MarkOutcome.Refused.class);
        assertThat(marks()).isZero();
    }

    @Test
    void aPostponementHoldsUntilItsTime() {
        RoundItem due = item(host, "2026-08");
        OffsetDateTime until = OffsetDateTime.parse("2026-08-10T12:00+08:00");
        assertThat(laptop.rounds.postpone(due.key(), "等厂家", until)).isEqualTo(new MarkOutcome.Marked());
        assertThat(item(host, "2026-08").state()).isEqualTo(State.POSTPONED);
        assertThat(item(host, "2026-08").putOff().until()).isEqualTo(until);

        laptop.clock.set("2026-08-10T04:01:00Z");

        assertThat(item(host, "2026-08").state()).isEqualTo(State.DUE);
    }

    @Test
    void whatIsDoneCannotBeSkipped() {
        RoundItem due = item(host, "2026-08");
        answered(1, host, "ups-m", MONTHLY, "2026-08", "2026-08-03T09:00:00+08:00");

        assertThat(laptop.rounds.skip(due.key(), "停电")).isEqualTo(new MarkOutcome.Gone());
    }

    @Test
    void aRoomIsTakenOverAndGivenBack() {
        RoundItem due = item(host, "2026-08");
        laptop.rounds.share(List.of(due.key()), true);
        assertThat(item(host, "2026-08").taken().own()).isTrue();

        laptop.reopenAs(TestLaptop.LI);
        assertThat(item(host, "2026-08").taken().person()).isEqualTo("示例员甲");
        assertThat(item(host, "2026-08").isColleagues()).isTrue();

        laptop.clock.set("2026-08-03T06:06:00Z");
        laptop.rounds.share(List.of(due.key()), false);
        assertThat(item(host, "2026-08").taken()).isNull();
    }

    @Test
    void aPlanThatComesOrGoesChangesTheDay() {
        assertThat(states(host)).isNotEmpty();
        laptop.feedRemoval(RecordType.PLAN, MONTHLY);
        assertThat(states(host)).isEmpty();
        plan(MONTHLY, "UPS 周巡检", "ups-m", "ups_host", Map.of("kind", "days", "days", 7));
        assertThat(states(host)).contains("2026-07-29 DUE");
    }

    @Test
    void anObjectThatIsTakenOutOfServiceIsNotDueAnyMore() {
        assertThat(states(host)).isNotEmpty();

        laptop.host(2, "room", "102", "state", "removed");

        assertThat(states(host)).isEmpty();
    }

    @Test
    void withoutPlansTheProgramsOwnHoldAndItSaysSo() {
        assertThat(laptop.rounds.today().bundledPlans()).isFalse();
        laptop.feedRemoval(RecordType.PLAN, MONTHLY);
        laptop.feedRemoval(RecordType.PLAN, PATROL);

        TodayList today = laptop.rounds.today();

        assertThat(today.bundledPlans()).isTrue();
        assertThat(today.items()).extracting(RoundItem::templateId).contains("ups-m", "room-p", "fire-p");
    }

    @Test
    void aClockThatIsSetBackIsSaidAndOpensNothingAgain() {
        laptop.clock.set("2026-08-03T07:45:00Z");
        answered(1, room, "room-p", PATROL, "2026-08-03T12:00", "2026-08-03T12:05:00+08:00");
        List<String> before = states(room);
        assertThat(before).contains("2026-08-03T15:00 MISSED", "2026-08-03T12:00 DONE");
        assertThat(laptop.rounds.today().clockWentBack()).isNull();

        laptop.clock.set("2026-08-03T07:05:00Z");

        assertThat(laptop.rounds.today().clockWentBack()).isEqualTo(Duration.ofMinutes(40));
        assertThat(states(room)).isEqualTo(before);
    }

    @Test
    void aClockThatTheServerHasMeasuredAnewIsBelieved() {
        laptop.clock.set("2026-08-03T07:45:00Z");
        assertThat(item(room, "2026-08-03T15:00").state()).isEqualTo(State.MISSED);

        laptop.offsetMs = Duration.ofMinutes(40).toMillis();

        assertThat(laptop.rounds.today().clockWentBack()).isNull();
        assertThat(item(room, "2026-08-03T15:00").state()).isEqualTo(State.DUE);
    }

    @Test
    void progressCountsWhatIsDueInThePeriod() {
        answered(1, host, "ups-m", MONTHLY, "2026-08", "2026-08-03T09:00:00+08:00");
        answered(2, room, "room-p", PATROL, "2026-08-03T09:00", "2026-08-03T09:10:00+08:00");

        RoundProgress day = laptop.rounds.progress(Period.of(LocalDate.parse("2026-08-03")));
        assertThat(day.all().planned()).isEqualTo(8);
        assertThat(day.all().done()).isEqualTo(1);
        assertThat(day.all().missed()).isEqualTo(4);
        assertThat(day.all().open()).isEqualTo(3);

        RoundProgress month =
                laptop.rounds.progress(new Period(LocalDate.parse("2026-08-01"), LocalDate.parse("2026-08-31")));
        assertThat(month.all().planned()).isEqualTo(8 * 31 + 1);
        assertThat(month.plans()).extracting(RoundProgress.Part::name).containsExactlyInAnyOrder("机房巡视", "UPS 月度巡检");
        assertThat(month.rooms()).hasSize(2);
        assertThat(month.rooms().getLast().progress().completion().percent())
                .hasValueSatisfying(percent -> assertThat(percent).isEqualByComparingTo("100"));
    }

    @Test
    void anAuditorSeesTheAuditorsRoundsOnly() {
        laptop.feed(
                RecordType.PLAN,
                new UUID(6, 3),
                Map.of(
                        "name", "机房季度抽查",
                        "template_id", "room-sc",
                        "category", "machine_room",
                        "rhythm", Map.of("kind", "months", "months", 3),
                        "starts_on", "2026-07-01",
                        "purpose", "regular",
                        "priority", 0,
                        "roles", List.of("auditor")));
        assertThat(laptop.rounds.today().items())
                .extracting(RoundItem::templateId)
                .doesNotContain("room-sc");

        laptop.reopenAs(xundang.model.account.Role.AUDITOR);

        assertThat(laptop.rounds.today().items())
                .extracting(RoundItem::templateId)
                .containsOnly("room-sc");
    }
}
