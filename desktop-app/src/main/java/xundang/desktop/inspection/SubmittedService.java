package xundang.desktop.inspection;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.desktop.platform.db.LocalDatabase;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.session.Session;
import xundang.desktop.sync.ClockOffset;
import xundang.desktop.sync.OutboxOp;
import xundang.desktop.sync.Records;
import xundang.desktop.sync.SyncStates;
import xundang.model.id.IdSource;
import xundang.model.inspection.Addenda;
import xundang.model.inspection.AddendumBody;
import xundang.model.inspection.AddendumId;
import xundang.model.inspection.InspectionBody;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.json.ModelJson;
import xundang.model.sync.FieldChange;
import xundang.model.sync.OpKind;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.model.template.FormEngine;
import xundang.model.template.FormPlan;
import xundang.model.template.FormSlot;
import xundang.model.template.InspectionTemplate;
import xundang.model.template.SlotId;
import xundang.model.template.Verdict;

/** Submitted inspections and their addenda. An addendum is one journalled {@link AddendumChange}; the inspection is never written to. */
public final class SubmittedService implements SubmittedInspections {
    private static final String NO_SITE = "*";

    private final LocalDatabase database;
    private final InspectionParts parts;
    private final SubmittedReader reader;
    private final Session session;
    private final ClockOffset clockOffset;
    private final Clock clock;
    private final IdSource ids;
    private final FormEngine engine = new FormEngine();

    private SubmittedService(
            LocalDatabase database,
            InspectionParts parts,
            SubmittedReader reader,
            Session session,
            ClockOffset clockOffset,
            Clock clock,
            IdSource ids) {
        this.database = database;
        this.parts = parts;
        this.reader = reader;
        this.session = session;
        this.clockOffset = clockOffset;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Over the parts of an open ledger.
     *
     * @param records as the person sees them
     * @param states where things stand on their way
     */
    public static SubmittedService of(Place place, Records records, SyncStates states, ClockOffset clockOffset) {
        Session session = place.session();
        return new SubmittedService(
                place.database(),
                place.parts(),
                new SubmittedReader(place.parts(), records, states, session.user(), session.role()),
                session,
                clockOffset,
                place.clock(),
                place.ids());
    }

    /** What every service of an open ledger stands on. */
    public record Place(LocalDatabase database, InspectionParts parts, Session session, Clock clock, IdSource ids) {}

    @Override
    public Optional<SubmittedInspection> find(InspectionId id) {
        return database.read(tx -> reader.find(tx, id));
    }

    @Override
    public AddendumOutcome add(InspectionId id, Wanted wanted) {
        SubmittedInspection about =
                find(id).orElseThrow(() -> new NoSuchElementException("no submitted inspection " + id));
        Optional<Reason> refusal = refusal(about, wanted);
        if (refusal.isPresent()) {
            return new AddendumOutcome.Refused(refusal.get());
        }
        AddendumId addendum = new AddendumId(ids.next());
        AddendumChange change =
                database.read(tx -> change(tx, addendum, about, wanted, after(about, clockOffset.millis(tx))));
        database.commit(change.of(addendum));
        return new AddendumOutcome.Added(addendum, find(id).orElseThrow());
    }

    /** Now, and in any case later than what stands there already: a clock that jumped back must not put a correction before what it corrects. */
    private OffsetDateTime after(SubmittedInspection about, long clockOffsetMs) {
        OffsetDateTime now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
        if (about.addenda().isEmpty()) {
            return now;
        }
        AddendumBody last = about.addenda().getLast().body();
        Instant earliest = last.madeAt().toInstant().plusMillis(1 - last.clockOffsetMs() + clockOffsetMs);
        return now.toInstant().isBefore(earliest)
                ? earliest.atZone(clock.getZone()).toOffsetDateTime()
                : now;
    }

    private Optional<Reason> refusal(SubmittedInspection about, Wanted wanted) {
        if (!about.mayAmend()) {
            return Optional.of(Reason.NOT_ALLOWED);
        }
        if (wanted.reason().isBlank()) {
            return Optional.of(Reason.WITHOUT_REASON);
        }
        if (wanted.reason().strip().length() > AddendumBody.MAX_REASON) {
            return Optional.of(Reason.REASON_TOO_LONG);
        }
        return switch (wanted) {
            case Wanted.Remark remark -> Optional.empty();
            case Wanted.Correction correction -> refusal(about, correction);
        };
    }

    private Optional<Reason> refusal(SubmittedInspection about, Wanted.Correction wanted) {
        Optional<SubmittedInspection.Row> row = about.row(wanted.slot());
        if (row.isEmpty() || !about.formKnown() || !correctable(row.get().slot())) {
            return Optional.of(Reason.NOT_CORRECTABLE);
        }
        boolean one = (wanted.value() == null) != (wanted.skip() == null);
        ReadingValue value = wanted.value();
        if (!one || (value != null && !engine.fits(row.get().slot(), value))) {
            return Optional.of(Reason.WRONG_VALUE);
        }
        Reading now = row.get().now();
        boolean same = Addenda.sameAnswer(now, answer(row.get().slot().id(), now, wanted));
        return same ? Optional.of(Reason.SAME_ANSWER) : Optional.empty();
    }

    /** Whether a row can be given another answer. What is computed follows from others; signatures and pictures are what they are. */
    public static boolean correctable(FormSlot slot) {
        return switch (slot.item().kind()) {
            case COMPUTED, SIGNATURE, PHOTO -> false;
            case YES_NO, CHOICE, MULTI_CHOICE, NUMBER, TEXT, DATE, DATE_TIME, ASSET, TABLE, JAR_TABLE -> true;
        };
    }

    /** The answer wanted, with the pictures and the note that the row has; judged later. */
    private static Reading answer(SlotId slot, @Nullable Reading now, Wanted.Correction wanted) {
        return new Reading(
                slot,
                wanted.value(),
                wanted.skip(),
                now == null ? List.of() : now.photos(),
                now == null ? null : now.note(),
                Verdict.RECORDED,
                OffsetDateTime.MIN);
    }

    private AddendumChange change(Tx tx, AddendumId id, SubmittedInspection about, Wanted wanted, OffsetDateTime at) {
        long offset = clockOffset.millis(tx);
        AddendumBody body = body(tx, about, wanted, at, offset).sealed();
        String scope = parts.assets()
                .site(tx, about.body().assetId())
                .map(UUID::toString)
                .orElse(NO_SITE);
        Map<String, FieldChange> set = new LinkedHashMap<>();
        JsonNode fields = ModelJson.mapper().valueToTree(body);
        fields.properties().forEach(field -> set.put(field.getKey(), new FieldChange(null, field.getValue())));
        OutboxOp op = new OutboxOp(
                ids.next(),
                null,
                OpKind.INSPECTION_ADDENDUM_CREATE,
                1,
                new RecordKey(RecordType.INSPECTION_ADDENDUM, id.value()),
                scope,
                0,
                set,
                at,
                offset,
                id.value(),
                session.user());
        return new AddendumChange(body, List.of(op));
    }

    private AddendumBody body(Tx tx, SubmittedInspection about, Wanted wanted, OffsetDateTime at, long clockOffsetMs) {
        Corrected corrected = switch (wanted) {
            case Wanted.Remark remark -> new Corrected(remark.slot(), null, null, List.of());
            case Wanted.Correction correction -> corrected(tx, about, correction, at);
        };
        return new AddendumBody(
                about.id(),
                about.body().assetId(),
                about.body().recordHash(),
                corrected.slot(),
                corrected.from(),
                corrected.to(),
                corrected.follows(),
                wanted.reason().strip(),
                session.user(),
                session.name(),
                session.device(),
                at,
                clockOffsetMs,
                null,
                "");
    }

    private record Corrected(
            @Nullable SlotId slot,
            @Nullable Reading from,
            @Nullable Reading to,
            List<Reading> follows) {}

    /** Judges the new answer by the limits of the record, and works out anew what follows from it. */
    private Corrected corrected(Tx tx, SubmittedInspection about, Wanted.Correction wanted, OffsetDateTime at) {
        InspectionBody body = about.body();
        Map<SlotId, Reading> readings = Addenda.corrected(body.readings(), about.addenda());
        Reading from = readings.get(wanted.slot());
        InspectionTemplate template = reader.template(body).orElseThrow();
        Reading answer = answer(wanted.slot(), from, wanted);
        Map<SlotId, Reading> after = new LinkedHashMap<>(readings);
        after.put(wanted.slot(), answer);
        FormPlan form = reader.plan(tx, template, body, after);
        FormSlot slot = form.slot(wanted.slot())
                .orElseGet(() -> about.row(wanted.slot()).orElseThrow().slot());
        Reading to = at(engine.judged(slot, answer), at);
        after.put(wanted.slot(), to);
        return new Corrected(wanted.slot(), from, to, follows(form, readings, after, at));
    }

    private List<Reading> follows(
            FormPlan form, Map<SlotId, Reading> before, Map<SlotId, Reading> after, OffsetDateTime at) {
        List<Reading> follows = new ArrayList<>();
        engine.computed(form, after).forEach((id, value) -> {
            Reading was = before.get(id);
            FormSlot slot = form.slot(id).orElseThrow();
            Reading is = new Reading(
                    id,
                    value,
                    null,
                    was == null ? List.of() : was.photos(),
                    was == null ? null : was.note(),
                    engine.judge(slot, value, null),
                    at);
            if (was == null || !Addenda.sameAnswer(was, is) || was.verdict() != is.verdict()) {
                follows.add(is);
            }
        });
        return List.copyOf(follows);
    }

    private static Reading at(Reading reading, OffsetDateTime at) {
        return new Reading(
                reading.slot(),
                reading.value(),
                reading.skip(),
                reading.photos(),
                reading.note(),
                reading.verdict(),
                at);
    }
}
