package xundang.desktop.round;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.desktop.round.Rounds.MarkOutcome;
import xundang.desktop.session.Session;
import xundang.desktop.sync.OutboxOp;
import xundang.model.id.IdSource;
import xundang.model.json.ModelJson;
import xundang.model.round.MarkRules;
import xundang.model.round.Occurrence;
import xundang.model.round.OccurrenceMark;
import xundang.model.round.RoundShare;
import xundang.model.sync.FieldChange;
import xundang.model.sync.OpKind;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.model.text.ModelText;

/** Makes the records of what people say about a round. */
final class RoundOps {
    /** The reason of a mark that takes an earlier one back; nobody is asked for one. */
    static final String TAKEN_BACK = "撤销";

    private static final String NO_SITE = "*";

    private final Session session;
    private final Clock clock;
    private final IdSource ids;

    RoundOps(Session session, Clock clock, IdSource ids) {
        this.session = session;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What to say, and what to commit before.
     *
     * @param subject absent when there is nothing to commit
     */
    record Planned(MarkOutcome outcome, @Nullable UUID subject, List<OutboxOp> ops) {}

    /** @param until by the corrected clock */
    Planned mark(
            Occurrence occurrence,
            OccurrenceMark.Kind kind,
            String reason,
            @Nullable OffsetDateTime until,
            RoundClock.Reading now) {
        OffsetDateTime at = at(now);
        OccurrenceMark mark = new OccurrenceMark(
                occurrence.plan().id(),
                occurrence.asset().id(),
                occurrence.window().slot(),
                kind,
                until == null ? null : until.plus(Duration.ofMillis(now.offsetMs())),
                reason,
                session.user(),
                session.name(),
                at,
                now.offsetMs());
        Optional<ModelText> wrong = MarkRules.check(occurrence, mark);
        if (wrong.isPresent()) {
            return new Planned(new MarkOutcome.Refused(wrong.get()), null, List.of());
        }
        UUID id = ids.next();
        OutboxOp op = op(
                OpKind.ROUND_MARK_CREATE,
                new RecordKey(RecordType.ROUND_MARK, id),
                new Sending(id, null, occurrence.asset().siteId(), at, now.offsetMs()),
                mark);
        return new Planned(new MarkOutcome.Marked(), id, List.of(op));
    }

    /** One share for each part of a round that these occurrences belong to. */
    Planned share(List<Occurrence> occurrences, boolean take, RoundClock.Reading now) {
        Set<RoundShare.Part> parts = new LinkedHashSet<>();
        for (Occurrence occurrence : occurrences) {
            String site = occurrence.asset().siteId();
            if (site != null) {
                parts.add(new RoundShare.Part(
                        occurrence.plan().id(),
                        occurrence.window().slot(),
                        site,
                        occurrence.asset().place()));
            }
        }
        UUID subject = ids.next();
        UUID group = ids.next();
        OffsetDateTime at = at(now);
        List<OutboxOp> ops = new ArrayList<>();
        for (RoundShare.Part part : parts) {
            UUID id = ops.isEmpty() ? subject : ids.next();
            ops.add(op(
                    OpKind.ROUND_SHARE_CREATE,
                    new RecordKey(RecordType.ROUND_SHARE, id),
                    new Sending(subject, parts.size() > 1 ? group : null, part.siteId(), at, now.offsetMs()),
                    new RoundShare(
                            part.planId(),
                            part.slot(),
                            part.siteId(),
                            part.place(),
                            take,
                            session.user(),
                            session.name(),
                            at,
                            now.offsetMs())));
        }
        return new Planned(new MarkOutcome.Marked(), ops.isEmpty() ? null : subject, List.copyOf(ops));
    }

    /** The laptop's own time of the moment by which the round is judged. */
    private OffsetDateTime at(RoundClock.Reading now) {
        return now.now()
                .plusMillis(now.offsetMs())
                .atZone(clock.getZone())
                .toOffsetDateTime()
                .truncatedTo(ChronoUnit.MILLIS);
    }

    /** What the ops of one change share. */
    private record Sending(
            UUID subject, @Nullable UUID group, @Nullable String site, OffsetDateTime at, long clockOffsetMs) {}

    private OutboxOp op(OpKind kind, RecordKey key, Sending sending, Object body) {
        JsonNode fields = ModelJson.mapper().valueToTree(body);
        Map<String, FieldChange> set = new LinkedHashMap<>();
        fields.properties().forEach(field -> set.put(field.getKey(), new FieldChange(null, field.getValue())));
        return new OutboxOp(
                ids.next(),
                sending.group(),
                kind,
                1,
                key,
                sending.site() == null ? NO_SITE : sending.site(),
                0,
                set,
                sending.at(),
                sending.clockOffsetMs(),
                sending.subject(),
                session.user());
    }
}
