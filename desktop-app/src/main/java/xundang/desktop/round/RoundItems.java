package xundang.desktop.round;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xundang.desktop.asset.PlacedAsset;
import xundang.desktop.inspection.FillableForms;
import xundang.desktop.inspection.InspectionFacts;
import xundang.desktop.inspection.InspectionFacts.OpenDraft;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.round.RoundItem.State;
import xundang.desktop.round.RoundItem.When;
import xundang.desktop.session.Session;
import xundang.model.account.Role;
import xundang.model.calendar.WorkingCalendar;
import xundang.model.inspection.InspectionId;
import xundang.model.round.Answer;
import xundang.model.round.Occurrence;
import xundang.model.round.OccurrenceMark;
import xundang.model.round.OccurrenceState;
import xundang.model.round.PlanBody;
import xundang.model.round.RecordedMark;
import xundang.model.round.Rhythm;
import xundang.model.round.Shares;
import xundang.model.round.SlotWindow;
import xundang.model.template.InspectionTemplate;
import xundang.model.template.TemplateCatalog;

/** Makes lines for a person of what the model says. Store thread only. */
final class RoundItems {
    private final InspectionFacts inspections;
    private final Session session;
    private final Set<String> fillable;

    RoundItems(InspectionFacts inspections, TemplateCatalog templates, Session session) {
        this.inspections = inspections;
        this.session = session;
        fillable = templates.all().stream()
                .filter(FillableForms::contains)
                .map(InspectionTemplate::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Drafts by id, for the lines of one answer. */
    static Map<UUID, OpenDraft> byId(List<OpenDraft> drafts) {
        Map<UUID, OpenDraft> byId = new HashMap<>();
        drafts.forEach(draft -> byId.put(draft.work().id(), draft));
        return byId;
    }

    /** People who inspect see the work of their role; whoever looks after them sees everything. */
    boolean isShown(PlanBody plan) {
        boolean inspects = session.role() == Role.INSPECTOR || session.role() == Role.AUDITOR;
        boolean ofRole = plan.roles().isEmpty()
                ? session.role() == Role.INSPECTOR
                : plan.roles().contains(session.role());
        return !inspects || ofRole;
    }

    /** The line of an occurrence. */
    RoundItem item(Tx tx, OccurrenceState state, PlacedAsset asset, Map<UUID, OpenDraft> drafts, Shares shares) {
        Occurrence occurrence = state.occurrence();
        OpenDraft draft =
                state.begun() == null ? null : drafts.get(state.begun().id());
        return new RoundItem(
                occurrence.key(),
                asset.summary(),
                occurrence.plan().body().templateId(),
                new Room(asset.roomKey(), asset.room()),
                occurrence.plan().body().name(),
                when(occurrence),
                state(state),
                draft == null ? null : begun(tx, draft),
                done(state),
                putOff(state),
                shares.holder(occurrence)
                        .map(share -> new RoundItem.Taken(
                                share.userName(),
                                time(share.made()),
                                share.userId().equals(session.user())))
                        .orElse(null),
                occurrence.plan().body().isFor(session.role(), session.user()),
                fillable.contains(occurrence.plan().body().templateId()));
    }

    /** The line of a draft that no occurrence of today is answered by; empty if its object is not known at all. */
    Optional<RoundItem> unplanned(Tx tx, OpenDraft draft, Optional<PlacedAsset> placed) {
        return inspections.asset(tx, draft.work().asset()).map(summary -> {
            OffsetDateTime begun = time(draft.work().begun());
            return new RoundItem(
                    null,
                    summary,
                    draft.work().templateId(),
                    placed.map(asset -> new Room(asset.roomKey(), asset.room()))
                            .orElse(new Room(summary.place(), summary.place())),
                    "",
                    new When.Days(begun.toLocalDate(), begun.toLocalDate()),
                    State.STARTED,
                    begun(tx, draft),
                    null,
                    null,
                    null,
                    true,
                    true);
        });
    }

    private RoundItem.Begun begun(Tx tx, OpenDraft draft) {
        boolean own = draft.inspector().equals(session.user());
        InspectionFacts.Filled filled = own ? inspections.filled(tx, draft.id()) : new InspectionFacts.Filled(0, 0);
        return new RoundItem.Begun(draft.id(), draft.inspectorName(), own, filled.answered(), filled.slots());
    }

    private static State state(OccurrenceState state) {
        return switch (state.standing()) {
            case PLANNED -> State.UPCOMING;
            case DUE -> State.DUE;
            case STARTED -> State.STARTED;
            case POSTPONED -> State.POSTPONED;
            case OVERDUE -> State.OVERDUE;
            case MISSED -> State.MISSED;
            case DONE -> State.DONE;
            case SKIPPED -> State.PASSED_OVER;
        };
    }

    private static When when(Occurrence occurrence) {
        SlotWindow window = occurrence.window();
        return switch (occurrence.plan().body().rhythm()) {
            case Rhythm.Slots ignored ->
                new When.Slot(
                        LocalDateTime.parse(window.slot())
                                .atZone(WorkingCalendar.ZONE)
                                .toOffsetDateTime(),
                        time(window.opens()),
                        time(window.due()));
            case Rhythm.PerDay ignored -> new When.Hours(time(window.opens()), time(window.due()));
            case Rhythm.Days ignored -> days(window);
            case Rhythm.Months ignored -> days(window);
        };
    }

    private static When days(SlotWindow window) {
        return new When.Days(time(window.opens()).toLocalDate(), window.dueOn());
    }

    private RoundItem.@Nullable Done done(OccurrenceState state) {
        Answer answer = state.answer();
        return answer == null
                ? null
                : new RoundItem.Done(
                        new InspectionId(answer.id()),
                        answer.inspectorName(),
                        time(answer.submitted()),
                        answer.inspector().equals(session.user()),
                        state.late());
    }

    private static RoundItem.@Nullable PutOff putOff(OccurrenceState state) {
        RecordedMark recorded = state.mark();
        if (recorded == null) {
            return null;
        }
        OccurrenceMark mark = recorded.mark();
        OffsetDateTime until = mark.until();
        return new RoundItem.PutOff(
                mark.reason(),
                mark.userName(),
                time(mark.made()),
                until == null ? null : time(Answer.corrected(until, mark.clockOffsetMs())));
    }

    /** In the zone of all rounds. */
    static OffsetDateTime time(Instant moment) {
        ZoneOffset offset = WorkingCalendar.ZONE.getRules().getOffset(moment);
        return moment.atOffset(offset);
    }
}
