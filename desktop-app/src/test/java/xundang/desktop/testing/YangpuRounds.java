package xundang.desktop.testing;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.round.Room;
import xundang.desktop.round.RoundItem;
import xundang.desktop.round.RoundItem.State;
import xundang.desktop.round.RoundItem.When;
import xundang.desktop.round.RoundProgress;
import xundang.desktop.round.RoundProgress.Part;
import xundang.desktop.round.Rounds;
import xundang.desktop.round.TodayList;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.PlanId;
import xundang.model.round.OccurrenceKey;
import xundang.model.round.Period;
import xundang.model.round.Progress;

/** A Saturday morning's rounds in memory: the monthly inspection of the UPS hosts, and the patrol of two machine rooms. */
public final class YangpuRounds implements Rounds {
    public static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-21T11:05+08:00");
    private static final PlanId MONTHLY = new PlanId(new UUID(0x0199_0000_0000_7000L, 1));
    private static final PlanId PATROL = new PlanId(new UUID(0x0199_0000_0000_7000L, 2));
    private static final InspectionId DRAFT =
            new InspectionId(new UUID(0x0199_0000_0000_7000L, 0x9000_0000_0000_0099L));
    private static final When.Days MONTH = new When.Days(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));

    public final List<RoundItem> items = new ArrayList<>();
    public final List<String> log = new ArrayList<>();
    public MarkOutcome outcome = new MarkOutcome.Marked();
    public RuntimeException fault;
    public boolean bundledPlans;
    public Duration clockWentBack;

    public YangpuRounds(YangpuLedger ledger) {
        Room tianshan = new Room("tianshan", "天山路机房");
        Room yangpu = new Room("yangpu", "杨浦机房");
        monthly(ledger.asset(1), tianshan, State.DUE);
        monthly(ledger.asset(2), tianshan, State.DUE);
        patrol(yangpu);
        monthly(ledger.asset(6), yangpu, State.OVERDUE);
        monthly(ledger.asset(7), yangpu, State.STARTED);
        for (int number = 8; number <= 11; number++) {
            monthly(ledger.asset(number), yangpu, number == 11 ? State.DONE : State.DUE);
        }
        monthly(ledger.asset(13), new Room("zhongshan-7", "中山南路865号7楼"), State.DONE);
    }

    private void patrol(Room room) {
        AssetSummary asset = new AssetSummary(
                YangpuLedger.id(40), "ROOM-0002", "machine_room", "杨浦机房", "", "", room.name(), "in_service", false);
        slot(asset, room, 6, State.DONE);
        slot(asset, room, 9, State.MISSED);
        slot(asset, room, 12, State.UPCOMING);
        slot(asset, room, 15, State.UPCOMING);
    }

    private void slot(AssetSummary asset, Room room, int hour, State state) {
        OffsetDateTime at = NOW.withHour(hour).withMinute(0);
        items.add(new RoundItem(
                new OccurrenceKey(PATROL, asset.id(), at.toLocalDateTime().toString()),
                asset,
                "room-p",
                room,
                "机房巡视（每 3 小时）",
                new When.Slot(at, at.minusMinutes(30), at.plusMinutes(30)),
                state,
                null,
                state == State.DONE ? done(at.plusMinutes(4), "示例巡检员乙") : null,
                null,
                null,
                true,
                true));
    }

    private void monthly(AssetSummary asset, Room room, State state) {
        items.add(new RoundItem(
                new OccurrenceKey(MONTHLY, asset.id(), state == State.OVERDUE ? "2026-10" : "2026-11"),
                asset,
                "ups-m",
                room,
                "UPS月度巡检",
                state == State.OVERDUE ? new When.Days(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)) : MONTH,
                state,
                state == State.STARTED ? new RoundItem.Begun(DRAFT, "示例巡检员甲", true, 12, 37) : null,
                state == State.DONE ? done(OffsetDateTime.parse("2026-11-19T10:40+08:00"), "示例巡检员甲") : null,
                null,
                null,
                true,
                true));
    }

    private static RoundItem.Done done(OffsetDateTime at, String person) {
        return new RoundItem.Done(DRAFT, person, at, person.endsWith("甲"), false);
    }

    /** The first item of that object. */
    public RoundItem item(int number) {
        AssetId asset = YangpuLedger.id(number);
        return items.stream()
                .filter(item -> item.asset().id().equals(asset))
                .findFirst()
                .orElseThrow();
    }

    /** Puts an item as it is now in the place of the one with its key. */
    public void replace(RoundItem now) {
        items.replaceAll(item -> item.key().equals(now.key()) ? now : item);
    }

    /** The item in another state. */
    public static RoundItem with(RoundItem item, State state, RoundItem.PutOff putOff) {
        return new RoundItem(
                item.key(),
                item.asset(),
                item.templateId(),
                item.room(),
                item.plan(),
                item.when(),
                state,
                item.draft(),
                item.done(),
                putOff,
                item.taken(),
                item.mine(),
                item.fillable());
    }

    /** Somebody takes over what is open in a room. */
    public void taken(String room, RoundItem.Taken by) {
        items.replaceAll(item -> !item.room().key().equals(room) || item.state() == State.DONE
                ? item
                : new RoundItem(
                        item.key(),
                        item.asset(),
                        item.templateId(),
                        item.room(),
                        item.plan(),
                        item.when(),
                        item.state(),
                        item.draft(),
                        item.done(),
                        item.putOff(),
                        by,
                        item.mine(),
                        item.fillable()));
    }

    @Override
    public TodayList today() {
        fail();
        return new TodayList(NOW, List.copyOf(items), bundledPlans, clockWentBack);
    }

    @Override
    public MarkOutcome skip(OccurrenceKey item, String reason) {
        fail();
        log.add("skip " + item.slot() + " " + reason);
        return outcome;
    }

    @Override
    public MarkOutcome postpone(OccurrenceKey item, String reason, OffsetDateTime until) {
        fail();
        log.add("postpone " + item.slot() + " " + reason + " " + until);
        return outcome;
    }

    @Override
    public MarkOutcome takeBack(OccurrenceKey item) {
        fail();
        log.add("take back " + item.slot());
        return outcome;
    }

    @Override
    public void share(List<OccurrenceKey> keys, boolean take) {
        fail();
        log.add((take ? "take " : "give back ") + keys.size());
    }

    @Override
    public RoundProgress progress(Period period) {
        fail();
        log.add("progress " + period.first() + " " + period.last());
        return new RoundProgress(
                period,
                new Progress(15, 11, 1, 1, 1, 1, 1, 13, 11),
                List.of(
                        new Part("天山路机房", new Progress(5, 3, 0, 0, 1, 0, 1, 5, 3)),
                        new Part("杨浦机房", new Progress(6, 4, 1, 1, 0, 1, 0, 4, 4)),
                        new Part("中山南路865号7楼", new Progress(4, 4, 0, 0, 0, 0, 0, 4, 4))),
                List.of(
                        new Part("UPS 月度巡检", new Progress(9, 7, 1, 0, 1, 0, 1, 9, 7)),
                        new Part("机房巡视（每 3 小时）", new Progress(6, 4, 0, 1, 0, 1, 0, 4, 4))));
    }

    private void fail() {
        if (fault != null) {
            throw fault;
        }
    }
}
