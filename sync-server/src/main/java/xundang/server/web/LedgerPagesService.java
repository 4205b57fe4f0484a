package xundang.server.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import xundang.model.asset.FieldConflict;
import xundang.model.inspection.Addenda;
import xundang.model.inspection.AddendumBody;
import xundang.model.inspection.AddendumId;
import xundang.model.inspection.InspectionBody;
import xundang.model.json.ModelJson;
import xundang.model.photo.PhotoBody;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.model.tag.TagParse;
import xundang.model.tag.TagText;
import xundang.server.auth.LedgerIdentity;
import xundang.server.blob.BlobService;
import xundang.server.ledger.LedgerRecord;
import xundang.server.ledger.LedgerService;
import xundang.server.ledger.Scopes;
import xundang.server.platform.db.ServerDatabase;

/** What the pages show, within the viewer's scopes. Reads only. */
final class LedgerPagesService {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerPagesService.class);
    private static final int LIST_LIMIT = 300;

    private final ServerDatabase database;
    private final LedgerService ledger;
    private final BlobService blobs;
    private final LedgerIdentity identity;
    private final LedgerListDao list = new LedgerListDao();

    LedgerPagesService(ServerDatabase database, LedgerService ledger, BlobService blobs, LedgerIdentity identity) {
        this.database = database;
        this.ledger = ledger;
        this.blobs = blobs;
        this.identity = identity;
    }

    /** The list page's content. */
    record Listing(
            LedgerListDao.Counts counts, List<LedgerListDao.Row> rows, boolean cut, List<LedgerRecord> projects) {}

    Listing list(Scopes scopes, String query) {
        return database.read(tx -> {
            List<LedgerListDao.Row> rows = list.search(tx, scopes, query, LIST_LIMIT + 1);
            boolean cut = rows.size() > LIST_LIMIT;
            List<LedgerRecord> projects = ledger.records().ofType(tx, RecordType.PROJECT).stream()
                    .sorted(Comparator.comparing(
                            project -> project.text("package").orElse("")
                                    + project.text("name").orElse("")))
                    .toList();
            return new Listing(list.counts(tx, scopes), cut ? rows.subList(0, LIST_LIMIT) : rows, cut, projects);
        });
    }

    /** What a label leads to. */
    sealed interface TagAnswer {
        record Found(UUID asset) implements TagAnswer {}

        /** The label is whole, but belongs to another ledger. */
        record OtherLedger(String ledger) implements TagAnswer {}

        /** Misread or damaged. */
        record WrongCheck() implements TagAnswer {}

        /** No label of this program. */
        record NotATag() implements TagAnswer {}

        /** The ledger has no such number, or the viewer may not see it. */
        record Unknown(String assetNo) implements TagAnswer {}
    }

    TagAnswer resolve(Scopes scopes, String text) {
        return switch (TagText.parse(text)) {
            case TagParse.NotATag other -> new TagAnswer.NotATag();
            case TagParse.WrongCheck wrong -> new TagAnswer.WrongCheck();
            case TagParse.Good good -> resolve(scopes, good.tag());
        };
    }

    private TagAnswer resolve(Scopes scopes, TagText tag) {
        if (!tag.ledger().equals(identity.code())) {
            return new TagAnswer.OtherLedger(tag.ledger());
        }
        return database.read(tx -> ledger.assets().withNumber(tx, tag.assetNo()).stream()
                        .filter(row -> scopes.mayRead(row.scope()))
                        .findFirst())
                .<TagAnswer>map(row -> new TagAnswer.Found(row.assetId()))
                .orElseGet(() -> new TagAnswer.Unknown(tag.assetNo()));
    }

    /** The object's file; empty when there is none or the viewer may not see it. */
    Optional<DossierModel> dossier(Scopes scopes, UUID asset) {
        Optional<Records> found = database.read(tx -> ledger.find(tx, new RecordKey(RecordType.ASSET, asset))
                .filter(record -> !record.deleted() && scopes.mayRead(record.scope()))
                .map(record -> new Records(record, ledger.records().ofAsset(tx, asset))));
        return found.map(records -> model(records, scopes));
    }

    private record Records(LedgerRecord asset, List<LedgerRecord> others) {
        Stream<LedgerRecord> ofType(RecordType type) {
            return others.stream()
                    .filter(record -> !record.deleted() && record.key().type().equals(type));
        }
    }

    private DossierModel model(Records records, Scopes scopes) {
        List<UUID> unreadable = new ArrayList<>();
        List<FieldConflict> doubts = bodies(records, RecordType.FIELD_CONFLICT, FieldConflict.class, unreadable)
                .map(Body::fields)
                .filter(doubt -> doubt.state() != FieldConflict.State.SETTLED)
                .toList();
        List<LedgerRecord> clashes = records.ofType(RecordType.CONFLICT)
                .filter(record -> record.text("state").orElse("").equals("open"))
                .toList();
        List<Addenda.Known> addenda = bodies(records, RecordType.INSPECTION_ADDENDUM, AddendumBody.class, unreadable)
                .map(body -> new Addenda.Known(new AddendumId(body.id()), body.fields()))
                .toList();
        List<DossierModel.Inspection> inspections = bodies(
                        records, RecordType.INSPECTION, InspectionBody.class, unreadable)
                .sorted(newestFirst(InspectionBody::submittedAt))
                .map(body -> new DossierModel.Inspection(body.id(), body.fields(), of(body.id(), addenda)))
                .toList();
        List<DossierModel.Photo> photos = bodies(records, RecordType.PHOTO, PhotoBody.class, unreadable)
                .sorted(newestFirst(PhotoBody::addedAt))
                .map(body -> new DossierModel.Photo(
                        body.id(),
                        body.fields(),
                        blobs.find(scopes, body.fields().sha256()).isPresent()))
                .toList();
        return new DossierModel(records.asset(), doubts, clashes, inspections, photos, List.copyOf(unreadable));
    }

    private static List<Addenda.Known> of(UUID inspection, List<Addenda.Known> addenda) {
        return Addenda.inOrder(addenda.stream()
                .filter(known -> known.body().inspectionId().value().equals(inspection))
                .toList());
    }

    private record Body<T>(UUID id, T fields) {}

    /** What can be read; one bad record must not hide all the others. */
    private static <T> Stream<Body<T>> bodies(Records records, RecordType type, Class<T> body, List<UUID> unreadable) {
        return records.ofType(type).mapMulti((record, to) -> {
            UUID id = record.key().id();
            try {
                to.accept(new Body<>(id, ModelJson.mapper().convertValue(record.fields(), body)));
            } catch (JacksonException | IllegalArgumentException e) {
                LOG.warn("{} {} cannot be shown: {}", type, id, e.getClass().getSimpleName());
                unreadable.add(id);
            }
        });
    }

    private static <T> Comparator<Body<T>> newestFirst(Function<T, @Nullable OffsetDateTime> time) {
        return Comparator.comparing((Body<T> body) -> Optional.ofNullable(time.apply(body.fields()))
                        .map(OffsetDateTime::toInstant)
                        .orElse(Instant.MIN))
                .reversed();
    }
}
