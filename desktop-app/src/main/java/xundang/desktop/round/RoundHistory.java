package xundang.desktop.round;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.asset.Dossier;
import xundang.desktop.asset.DossierHistory;
import xundang.desktop.asset.FormOffer;
import xundang.desktop.inspection.InspectionFacts.OpenDraft;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.session.Session;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.photo.PhotoId;
import xundang.model.round.Answer;
import xundang.model.round.BegunWork;
import xundang.model.round.Occurrence;
import xundang.model.round.OccurrenceState;
import xundang.model.round.Period;
import xundang.model.round.Rhythm;
import xundang.model.round.RoundFacts;
import xundang.model.round.Standing;
import xundang.model.round.Standings;

/** A dossier's inspections as the rounds see them: which of two for one slot counts, and what is due. Store thread only. */
final class RoundHistory implements DossierHistory {
    /** What comes next is looked for this far ahead: the next month's round, from any day of this month. */
    private static final int DAYS_AHEAD = 62;

    private final DossierHistory inspected;
    private final RoundParts parts;
    private final Session session;

    RoundHistory(DossierHistory inspected, RoundParts parts, Session session) {
        this.inspected = inspected;
        this.parts = parts;
        this.session = session;
    }

    @Override
    public List<Dossier.PastInspection> inspections(Tx tx, AssetId asset) {
        List<Dossier.PastInspection> past = inspected.inspections(tx, asset);
        if (past.size() < 2) {
            return past;
        }
        Set<UUID> seconds = seconds(tx, asset, past.getLast().submittedAt().toInstant());
        return past.stream()
                .map(one -> seconds.contains(one.id().value()) ? one.asSecond() : one)
                .toList();
    }

    private Set<UUID> seconds(Tx tx, AssetId asset, Instant oldest) {
        Instant now = parts.clock().read(tx).now();
        List<Answer> answers = parts.inspections().submitted(tx, asset, oldest);
        Instant first = answers.stream()
                .map(Answer::begun)
                .min(Comparator.naturalOrder())
                .orElse(oldest);
        Period period = new Period(Period.dayOf(first), Period.dayOf(first.isAfter(now) ? first : now));
        List<Occurrence> occurrences = parts.book().of(tx, asset, period);
        Set<UUID> counted = new HashSet<>();
        Set<UUID> others = new HashSet<>();
        for (OccurrenceState state : Standings.of(occurrences, RoundFacts.ofAnswers(answers), now)) {
            Optional.ofNullable(state.answer()).ifPresent(answer -> counted.add(answer.id()));
            state.others().forEach(other -> others.add(other.id()));
        }
        others.removeAll(counted);
        return others;
    }

    @Override
    public List<PhotoId> photos(Tx tx, AssetId asset) {
        return inspected.photos(tx, asset);
    }

    @Override
    public List<FormOffer> forms(Tx tx, AssetSummary asset) {
        return inspected.forms(tx, asset);
    }

    @Override
    public List<Dossier.Due> due(Tx tx, AssetSummary asset) {
        RoundClock.Reading clock = parts.clock().read(tx);
        Period ahead =
                new Period(Period.dayOf(clock.now()), Period.dayOf(clock.now()).plusDays(DAYS_AHEAD));
        List<OpenDraft> drafts = parts.inspections().drafts(tx, clock.offsetMs()).stream()
                .filter(draft -> draft.work().asset().equals(asset.id()))
                .filter(draft -> draft.inspector().equals(session.user()))
                .toList();
        List<BegunWork> begun = drafts.stream().map(OpenDraft::work).toList();
        List<Occurrence> occurrences = parts.book().of(tx, asset.id(), ahead);
        Instant since = occurrences.stream()
                .map(occurrence -> occurrence.window().opens())
                .min(Comparator.naturalOrder())
                .orElse(clock.now());
        RoundFacts facts = new RoundFacts(
                parts.inspections().submitted(tx, asset.id(), since),
                begun,
                parts.book().marks(tx, since));
        List<OccurrenceState> states = Standings.of(occurrences, facts, clock.now()).stream()
                .filter(state -> parts.items().isShown(state.occurrence().plan().body()))
                .toList();
        List<Dossier.Due> now = states.stream()
                .filter(state -> isOpen(state.standing()))
                .sorted(Comparator.comparingInt(RoundHistory::urgency)
                        .thenComparing(state -> state.occurrence().window().due())
                        .thenComparing(state -> state.occurrence().plan().id()))
                .map(state -> due(state, false, drafts))
                .toList();
        if (!now.isEmpty()) {
            return now;
        }
        return states.stream()
                .filter(state -> state.standing() == Standing.PLANNED)
                .min(Comparator.comparing(state -> state.occurrence().window().opens()))
                .map(state -> List.of(due(state, true, List.of())))
                .orElse(List.of());
    }

    private static boolean isOpen(Standing standing) {
        return switch (standing) {
            case STARTED, OVERDUE, DUE, POSTPONED -> true;
            case PLANNED, MISSED, DONE, SKIPPED -> false;
        };
    }

    private static int urgency(OccurrenceState state) {
        return switch (state.standing()) {
            case STARTED -> 0;
            case OVERDUE -> 1;
            case DUE -> 2;
            case POSTPONED, PLANNED, MISSED, DONE, SKIPPED -> 3;
        };
    }

    private static Dossier.Due due(OccurrenceState state, boolean later, List<OpenDraft> drafts) {
        Occurrence occurrence = state.occurrence();
        boolean slot = occurrence.plan().body().rhythm() instanceof Rhythm.Slots;
        return new Dossier.Due(
                occurrence.plan().body().templateId(),
                occurrence.plan().body().name(),
                occurrence.key().plannedSlot(),
                occurrence.window().dueOn(),
                slot ? RoundItems.time(occurrence.window().due()) : null,
                state.standing() == Standing.OVERDUE,
                later,
                draft(state.begun(), drafts));
    }

    private static @Nullable InspectionId draft(@Nullable BegunWork begun, List<OpenDraft> drafts) {
        if (begun == null) {
            return null;
        }
        Set<UUID> own = drafts.stream().map(draft -> draft.work().id()).collect(Collectors.toSet());
        return own.contains(begun.id()) ? new InspectionId(begun.id()) : null;
    }
}
