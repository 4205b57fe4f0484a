package xundang.model.round;

import static org.assertj.core.api.Assertions.assertThat;
import static xundang.model.round.Rounds.asset;
import static xundang.model.round.Rounds.plan;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What may be left out or put off, who took what, and whose work a plan is. */
class MarkRulesTest {
    private static final Occurrence SLOT = first(plan(1, "room-p", "machine_room", new Rhythm.Slots(3, 30, 0)));
    private static final Occurrence MONTH = first(plan(2, "ups-m", "ups_host", Rhythm.monthly()));

    @Test
    void aReasonIsRequired() {
        assertThat(check(MONTH, OccurrenceMark.Kind.SKIP, null, " ", "2026-09-03T09:00:00+08:00"))
                .contains("请写明原因。");
        assertThat(check(MONTH, OccurrenceMark.Kind.SKIP, null, "停电检修", "2026-09-03T09:00:00+08:00"))
                .isEmpty();
    }

    @Test
    void nobodyExplainsAwayAfterwards() {
        assertThat(check(SLOT, OccurrenceMark.Kind.SKIP, null, "没空", "2026-09-01T00:30:01+08:00"))
                .contains("这一次已经结束，不能再跳过或延期。");
        assertThat(check(SLOT, OccurrenceMark.Kind.SKIP, null, "没空", "2026-09-01T00:30:00+08:00"))
                .isEmpty();
    }

    @Test
    void aPatrolSlotCannotBePutOff() {
        assertThat(check(
                        SLOT,
                        OccurrenceMark.Kind.POSTPONE,
                        "2026-09-01T00:20:00+08:00",
                        "忙",
                        "2026-09-01T00:00:00+08:00"))
                .contains("定时巡视不能延期，只能跳过并写明原因。");
    }

    @Test
    void aMonthlyInspectionIsPutOffUntilTheEndOfItsMonthAtMost() {
        assertThat(check(
                        MONTH,
                        OccurrenceMark.Kind.POSTPONE,
                        "2026-10-01T00:00:00+08:00",
                        "忙",
                        "2026-09-03T09:00:00+08:00"))
                .contains("最多只能延期到 2026-09-30 23:59。");
        assertThat(check(
                        MONTH,
                        OccurrenceMark.Kind.POSTPONE,
                        "2026-09-30T23:00:00+08:00",
                        "忙",
                        "2026-09-03T09:00:00+08:00"))
                .isEmpty();
        assertThat(check(
                        MONTH,
                        OccurrenceMark.Kind.POSTPONE,
                        "2026-09-03T08:00:00+08:00",
                        "忙",
                        "2026-09-03T09:00:00+08:00"))
                .contains("延期的时间应晚于现在。");
        assertThat(check(MONTH, OccurrenceMark.Kind.POSTPONE, null, "忙", "2026-09-03T09:00:00+08:00"))
                .contains("请写明延期到什么时候。");
    }

    @Test
    void theLatestShareOfAPartCounts() {
        Shares shares = new Shares(List.of(
                share(3, null, true, "李工", "2026-09-01T11:00:00+08:00"),
                share(1, null, true, "王工", "2026-09-01T09:00:00+08:00")));

        assertThat(shares.holder(MONTH)).get().extracting(RoundShare::userName).isEqualTo("李工");
    }

    @Test
    void aPartThatWasGivenBackIsFree() {
        Shares shares = new Shares(List.of(
                share(1, null, true, "王工", "2026-09-01T09:00:00+08:00"),
                share(2, null, false, "王工", "2026-09-01T10:00:00+08:00")));

        assertThat(shares.holder(MONTH)).isEmpty();
    }

    @Test
    void aRoomTakenByItselfIsNotTheWholeSite() {
        assertThat(new Shares(List.of(share(1, "B1", true, "王工", "2026-09-01T09:00:00+08:00"))).holder(MONTH))
                .isEmpty();
    }

    private static Shares.Recorded share(int id, @Nullable String room, boolean taken, String name, String at) {
        return new Shares.Recorded(
                new UUID(6, id),
                new RoundShare(
                        MONTH.plan().id(),
                        "2026-09",
                        "site",
                        room,
                        taken,
                        Rounds.WANG,
                        name,
                        OffsetDateTime.parse(at),
                        0));
    }

    private static Optional<String> check(
            Occurrence of, OccurrenceMark.Kind kind, @Nullable String until, String reason, String at) {
        OccurrenceMark mark = new OccurrenceMark(
                of.plan().id(),
                of.asset().id(),
                of.window().slot(),
                kind,
                until == null ? null : OffsetDateTime.parse(until),
                reason,
                Rounds.WANG,
                "王工",
                OffsetDateTime.parse(at),
                0);
        return MarkRules.check(of, mark).map(text -> text.in(Locale.CHINA));
    }

    private static Occurrence first(RoundPlan plan) {
        String category = plan.body().category();
        return new Occurrences(List.of(plan))
                .dueIn(Period.of(YearMonth.of(2026, 9)), List.of(asset(1, category == null ? "" : category)))
                .getFirst();
    }
}
