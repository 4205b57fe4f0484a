package xundang.desktop.round;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import xundang.desktop.asset.PlacedAsset;
import xundang.desktop.inspection.InspectionFacts.OpenDraft;
import xundang.desktop.platform.db.LocalDatabase;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.session.Session;
import xundang.model.round.BegunWork;
import xundang.model.round.OccurrenceKey;
import xundang.model.round.OccurrenceMark;
import xundang.model.round.OccurrenceState;
import xundang.model.round.Period;
import xundang.model.round.Progress;
import xundang.model.round.Standing;

/** Answers what is due and how far the rounds are, and makes what people say about them durable. */
public final class RoundService implements Rounds {
    private final LocalDatabase database;
    private final RoundParts parts;
    private final Session session;
    private final RoundOps ops;

    RoundService(LocalDatabase database, RoundParts parts, Session session, RoundOps ops) {
        this.database = database;
        this.parts = parts;
        this.session = session;
        this.ops = ops;
    }

    @Override
    public TodayList today() {
        return database.read(tx -> {
            RoundClock.Reading clock = parts.clock().read(tx);
            List<OpenDraft> drafts = parts.inspections().drafts(tx, clock.offsetMs());
            return new TodayList(
                    RoundItems.time(clock.now()),
                    today(tx, clock.now(), drafts),
                    parts.book().plans().bundled(),
                    clock.wentBack());
        });
    }

    private List<RoundItem> today(Tx tx, Instant now, List<OpenDraft> drafts) {
        Period today = Period.of(Period.dayOf(now));
        RoundBook.Standing standing = parts.book().touching(tx, today, work(drafts), now);
        Map<UUID, OpenDraft> byId = RoundItems.byId(drafts);
        Set<UUID> shown = new HashSet<>();
        List<RoundItem> items = new ArrayList<>();
        for (OccurrenceState state : standing.states()) {
            if (isOfToday(state, today)
                    && parts.items().isShown(state.occurrence().plan().body())) {
                RoundItem item = parts.items().item(tx, state, placed(state), byId, standing.shares());
                if (item.draft() != null) {
                    shown.add(item.draft().inspection().value());
                }
                items.add(item);
            }
        }
        return withOtherDrafts(tx, items, drafts, shown);
    }

    private PlacedAsset placed(OccurrenceState state) {
        return parts.book().asset(state.occurrence().asset().id()).orElseThrow();
    }

    private static List<BegunWork> work(Collection<OpenDraft> drafts) {
        return drafts.stream().map(OpenDraft::work).toList();
    }

    /** What is over stays for the day on which it ended; what was done early stays for as long as its turn lasts. */
    private static boolean isOfToday(OccurrenceState state, Period today) {
        boolean present = !state.occurrence().window().due().isBefore(today.begins());
        return switch (state.standing()) {
            case PLANNED, DUE, STARTED, POSTPONED, OVERDUE -> true;
            case MISSED, SKIPPED -> present;
            case DONE ->
                present
                        || (state.answer() != null
                                && !state.answer().submitted().isBefore(today.begins()));
        };
    }

    /** Own drafts that answer nothing of today come in their rooms, or first where no plan knows their object: they are work that was begun. */
    private List<RoundItem> withOtherDrafts(Tx tx, List<RoundItem> items, List<OpenDraft> drafts, Set<UUID> shown) {
        Map<String, List<RoundItem>> rooms = new LinkedHashMap<>();
        List<OpenDraft> others = drafts.stream()
                .filter(draft -> draft.inspector().equals(session.user()))
                .filter(draft -> !shown.contains(draft.work().id()))
                .toList();
        if (others.isEmpty()) {
            return List.copyOf(items);
        }
        Set<String> known = new HashSet<>();
        items.forEach(item -> known.add(item.room().key()));
        others.forEach(draft -> parts.items()
                .unplanned(tx, draft, parts.book().asset(draft.work().asset()))
                .filter(item -> !known.contains(item.room().key()))
                .ifPresent(item -> rooms.computeIfAbsent(item.room().key(), key -> new ArrayList<>())
                        .add(item)));
        items.forEach(item -> rooms.computeIfAbsent(item.room().key(), key -> new ArrayList<>())
                .add(item));
        others.forEach(draft -> parts.items()
                .unplanned(tx, draft, parts.book().asset(draft.work().asset()))
                .filter(item -> known.contains(item.room().key()))
                .ifPresent(item -> rooms.computeIfAbsent(item.room().key(), key -> new ArrayList<>())
                        .add(item)));
        return rooms.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public MarkOutcome skip(OccurrenceKey item, String reason) {
        return mark(item, OccurrenceMark.Kind.SKIP, reason, null);
    }

    @Override
    public MarkOutcome postpone(OccurrenceKey item, String reason, OffsetDateTime until) {
        return mark(item, OccurrenceMark.Kind.POSTPONE, reason, until);
    }

    @Override
    public MarkOutcome takeBack(OccurrenceKey item) {
        return mark(item, OccurrenceMark.Kind.REOPEN, RoundOps.TAKEN_BACK, null);
    }

    private MarkOutcome mark(
            OccurrenceKey item, OccurrenceMark.Kind kind, String reason, @Nullable OffsetDateTime until) {
        RoundOps.Planned planned = database.read(tx -> {
            RoundClock.Reading clock = parts.clock().read(tx);
            return find(tx, item, clock)
                    .filter(state -> state.standing() != Standing.DONE)
                    .filter(state -> kind != OccurrenceMark.Kind.REOPEN || state.mark() != null)
                    .map(state -> ops.mark(state.occurrence(), kind, reason, until, clock))
                    .orElse(new RoundOps.Planned(new MarkOutcome.Gone(), null, List.of()));
        });
        if (planned.subject() != null) {
            database.commit(new RoundChange(planned.ops()).of(planned.subject()));
        }
        return planned.outcome();
    }

    private Optional<OccurrenceState> find(Tx tx, OccurrenceKey item, RoundClock.Reading clock) {
        Period today = Period.of(Period.dayOf(clock.now()));
        List<OpenDraft> drafts = parts.inspections().drafts(tx, clock.offsetMs());
        return parts.book().touching(tx, today, work(drafts), clock.now()).states().stream()
                .filter(state -> state.occurrence().key().equals(item))
                .findFirst();
    }

    @Override
    public void share(List<OccurrenceKey> items, boolean take) {
        Set<OccurrenceKey> wanted = Set.copyOf(items);
        RoundOps.Planned planned = database.read(tx -> {
            RoundClock.Reading clock = parts.clock().read(tx);
            Period today = Period.of(Period.dayOf(clock.now()));
            RoundBook.Standing standing = parts.book().touching(tx, today, List.of(), clock.now());
            return ops.share(
                    standing.states().stream()
                            .map(OccurrenceState::occurrence)
                            .filter(occurrence -> wanted.contains(occurrence.key()))
                            .toList(),
                    take,
                    clock);
        });
        if (planned.subject() != null) {
            database.commit(new RoundChange(planned.ops()).of(planned.subject()));
        }
    }

    @Override
    public RoundProgress progress(Period period) {
        return database.read(tx -> {
            RoundClock.Reading clock = parts.clock().read(tx);
            List<OccurrenceState> states = parts.book().dueIn(tx, period, List.of(), clock.now()).states().stream()
                    .filter(state -> !placed(state).summary().sample())
                    .filter(state ->
                            parts.items().isShown(state.occurrence().plan().body()))
                    .toList();
            return new RoundProgress(
                    period,
                    Progress.of(states),
                    parts(
                            states,
                            state -> placed(state).roomKey(),
                            state -> placed(state).room()),
                    parts(
                                    states,
                                    state -> state.occurrence().plan().id(),
                                    state -> state.occurrence().plan().body().name())
                            .stream()
                            .sorted(Comparator.comparing(RoundProgress.Part::name))
                            .toList());
        });
    }

    private static <K> List<RoundProgress.Part> parts(
            List<OccurrenceState> states, Function<OccurrenceState, K> key, Function<OccurrenceState, String> name) {
        Map<K, String> names = new HashMap<>();
        states.forEach(state -> names.putIfAbsent(key.apply(state), name.apply(state)));
        return Progress.by(states, key).entrySet().stream()
                .map(part -> new RoundProgress.Part(names.getOrDefault(part.getKey(), ""), part.getValue()))
                .toList();
    }
}
