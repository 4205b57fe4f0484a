package xundang.desktop.inspection;

import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.inspection.jar.TesterMappings;
import xundang.desktop.photo.CheckedPicture;
import xundang.desktop.photo.KeepOutcome;
import xundang.desktop.photo.PhotoKeeper;
import xundang.desktop.platform.db.LocalDatabase;
import xundang.desktop.session.Session;
import xundang.desktop.sync.ClockOffset;
import xundang.model.asset.AssetId;
import xundang.model.id.IdSource;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.PlannedSlot;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.Skip;
import xundang.model.photo.PhotoBody;
import xundang.model.photo.PhotoId;
import xundang.model.template.Completeness;
import xundang.model.template.FormEngine;
import xundang.model.template.FormPlan;
import xundang.model.template.InspectionTemplate;
import xundang.model.template.SlotId;
import xundang.model.template.TemplateUpgrade;

/** Fills in forms. Every change is one journalled {@link InspectionChange}; nothing is written on the side. */
public final class InspectionService implements Inspections {
    private final LocalDatabase database;
    private final InspectionParts parts;
    private final Session session;
    private final ClockOffset clockOffset;
    private final Clock clock;
    private final IdSource ids;
    private final PhotoAttaching photos;
    private final Submission submission;
    private final DraftEditor editor = new DraftEditor();
    private final FormEngine engine = new FormEngine();
    private final Signatures signatures = new Signatures();
    private final TesterMappings testers;

    /** @param clock the laptop's clock and zone; never used for ordering */
    public InspectionService(
            LocalDatabase database,
            InspectionParts parts,
            PhotoKeeper keeper,
            Session session,
            ClockOffset clockOffset,
            Clock clock,
            IdSource ids) {
        this.database = database;
        this.parts = parts;
        this.session = session;
        this.clockOffset = clockOffset;
        this.clock = clock;
        this.ids = ids;
        this.testers = new TesterMemory(database);
        this.photos = new PhotoAttaching(keeper, session);
        this.submission = new Submission(session, ids);
    }

    @Override
    public Draft begin(AssetId asset, String templateId, @Nullable PlannedSlot occurrence) {
        Optional<InspectionId> open = database.read(tx -> parts.inspections()
                .openDraft(tx, asset, templateId, occurrence, session.user())
                .map(InspectionRow::id));
        if (open.isPresent()) {
            return load(open.get());
        }
        InspectionTemplate template = parts.templates()
                .find(templateId)
                .filter(FillableForms::contains)
                .orElseThrow(() -> new NoSuchElementException("no template " + templateId));
        InspectionId id = new InspectionId(ids.next());
        OffsetDateTime at = now();
        commit(id, database.read(tx -> {
            if (parts.assets().summary(tx, asset).isEmpty()) {
                throw new NoSuchElementException("asset " + asset + " is not on this laptop");
            }
            FormPlan form = parts.drafts().plan(tx, template, asset, Map.of());
            return new InspectionChange.Begin(
                    asset,
                    templateId,
                    template.version(),
                    PlannedMonth.of(occurrence),
                    at,
                    session.user(),
                    session.name(),
                    form.slots().getFirst().id(),
                    parts.assets().keep(tx, asset, template).orElse(null),
                    occurrence);
        }));
        return read(id).draft();
    }

    @Override
    public Draft load(InspectionId id) {
        Draft draft = read(id).draft();
        boolean active = database.read(tx -> parts.inspections().active(tx))
                .filter(id::equals)
                .isPresent();
        if (!active) {
            commit(id, new InspectionChange.Activate(true));
        }
        return draft;
    }

    @Override
    public Optional<InspectionId> lastActive() {
        return database.read(tx -> parts.inspections()
                .active(tx)
                .flatMap(id -> parts.inspections().find(tx, id))
                .filter(row -> !row.isSubmitted() && row.inspector().equals(session.user()))
                .map(InspectionRow::id));
    }

    @Override
    public void leave(InspectionId id) {
        boolean active = database.read(tx -> parts.inspections().active(tx))
                .filter(id::equals)
                .isPresent();
        if (active) {
            commit(id, new InspectionChange.Activate(false));
        }
    }

    @Override
    public Draft observe(InspectionId id, String attribute, String value) {
        commit(id, database.read(tx -> {
            DraftReader.Open open = parts.drafts().open(tx, id);
            Map<String, String> observed = new HashMap<>(open.row().observed());
            requireAnswer(open, attribute, value);
            if (value.isBlank()) {
                observed.remove(attribute);
            } else {
                observed.put(attribute, value);
            }
            DraftEditor.Edit edit =
                    editor.edit(open.draft(), parts.drafts().standing(tx, open, open.template(), observed));
            return new InspectionChange.Observe(attribute, value.isBlank() ? null : value, edit.put(), edit.cleared());
        }));
        return read(id).draft();
    }

    @Override
    public Draft upgrade(InspectionId id) {
        DraftReader.Open open = read(id);
        TemplateUpgrade upgrade = open.draft().upgrade();
        if (upgrade != null) {
            InspectionTemplate newer = parts.templates()
                    .find(upgrade.templateId(), upgrade.toVersion())
                    .orElseThrow();
            DraftEditor.Standing standing = database.read(
                    tx -> parts.drafts().standing(tx, open, newer, open.row().observed()));
            SlotId active = standing.form()
                    .slot(open.draft().active())
                    .orElseGet(() -> standing.form().slots().getFirst())
                    .id();
            commit(
                    id,
                    new InspectionChange.Upgrade(
                            upgrade.toVersion(),
                            editor.edit(open.draft(), standing).put(),
                            active));
        }
        return read(id).draft();
    }

    @Override
    public List<AssetSummary> assets(String typed) {
        return database.read(tx -> parts.assets().matching(tx, typed));
    }

    /** Only what the ledger lacks and the form needs may be answered, and only with what the ledger could hold. */
    private static void requireAnswer(DraftReader.Open open, String attribute, String value) {
        boolean asked = open.draft().questions().stream()
                .map(Draft.Question::asked)
                .anyMatch(question -> question.attribute().equals(attribute)
                        && (value.isBlank() || question.options().contains(value)));
        boolean supplied = open.draft().supplements().stream()
                .anyMatch(supplement -> supplement.wanted().definition().name().equals(attribute)
                        && (value.isBlank() || supplement.allows(value)));
        if (!asked && !supplied) {
            throw new IllegalArgumentException("the form does not ask for " + attribute + " with that answer");
        }
    }

    @Override
    public Draft record(
            InspectionId id,
            SlotId slot,
            @Nullable ReadingValue value,
            @Nullable Skip skip,
            @Nullable String note,
            SlotId next) {
        DraftReader.Open open = read(id);
        DraftEditor.Edit edit = editor.answer(open, slot, value, skip, note, now());
        commit(id, new InspectionChange.Answer(edit.put(), edit.cleared(), next));
        return read(id).draft();
    }

    @Override
    public CheckedPicture check(Path file) {
        return photos.check(file);
    }

    @Override
    public AttachOutcome attach(InspectionId id, SlotId slot, CheckedPicture picture) {
        DraftReader.Open open = read(id);
        open.slot(slot);
        if (photosForbidden(open.row().asset())) {
            return new AttachOutcome.Refused(AttachOutcome.Reason.FORBIDDEN_AT_SITE);
        }
        return switch (picture.keep()) {
            case KeepOutcome.Refused refused -> new AttachOutcome.Refused(PhotoAttaching.reason(refused.reason()));
            case KeepOutcome.Kept kept -> {
                PhotoId photo = new PhotoId(ids.next());
                OffsetDateTime at = now();
                PhotoBody body = photos.body(
                        kept,
                        picture.file(),
                        open.row().asset(),
                        id,
                        slot,
                        new PhotoAttaching.Moment(at, database.read(clockOffset::clockOffset)));
                if (!isLater(open, slot, body)) {
                    yield new AttachOutcome.Refused(AttachOutcome.Reason.AFTER_NOT_LATER);
                }
                commit(id, new InspectionChange.AddPhoto(photo, body, editor.withPhoto(open, slot, photo, at)));
                yield new AttachOutcome.Attached(photo, kept.sha256(), read(id).draft());
            }
        };
    }

    /** The pictures of a pair after the first are taken after it. */
    private boolean isLater(DraftReader.Open open, SlotId slot, PhotoBody after) {
        List<PhotoId> there = open.reading(slot).map(Reading::photos).orElse(List.of());
        return !open.slot(slot).item().photoPair()
                || there.isEmpty()
                || Optional.ofNullable(database.read(
                                        tx -> parts.photos().of(tx, open.row().id()))
                                .get(there.getFirst()))
                        .map(before -> PhotoAttaching.isLater(before, after))
                        .orElse(true);
    }

    private boolean photosForbidden(AssetId asset) {
        return database.read(tx -> parts.assets().siteAttributes(tx, asset).value(FormEngine.PHOTO_POLICY))
                .filter(FormEngine.PHOTOS_FORBIDDEN::equals)
                .isPresent();
    }

    @Override
    public SubmitOutcome submit(InspectionId id) {
        DraftReader.Open open = read(id);
        Completeness gaps =
                engine.completeness(open.draft().form(), open.draft().readings());
        List<SlotId> stale = signatures.stale(open);
        if (!gaps.isComplete() || !stale.isEmpty()) {
            List<SlotId> unanswered =
                    Stream.concat(gaps.unanswered().stream(), stale.stream()).toList();
            return new SubmitOutcome.Incomplete(unanswered, gaps.withoutPhoto(), gaps.withoutNote());
        }
        OffsetDateTime at = now();
        InspectionChange.Submit change = database.read(tx -> submission.of(
                open,
                parts.photos().of(tx, id),
                new BasisReader(parts.assets()).of(tx, open),
                parts.assets().site(tx, open.row().asset()).orElse(null),
                at,
                clockOffset.millis(tx)));
        long bytes = Submission.bytes(change);
        if (bytes > Submission.MOST_BYTES) {
            return new SubmitOutcome.TooLarge(bytes, Submission.MOST_BYTES);
        }
        commit(id, change);
        return new SubmitOutcome.Submitted(id);
    }

    @Override
    public TesterMappings testers() {
        return testers;
    }

    private DraftReader.Open read(InspectionId id) {
        return database.read(tx -> parts.drafts().open(tx, id));
    }

    private void commit(InspectionId id, InspectionChange change) {
        database.commit(change.of(id));
    }

    /** Milliseconds: what the database and the JSON both keep. */
    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }
}
