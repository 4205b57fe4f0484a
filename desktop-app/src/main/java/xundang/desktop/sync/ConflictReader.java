package xundang.desktop.sync;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.sync.SyncDesk.ConflictCard;
import xundang.desktop.sync.store.SyncStores;
import xundang.model.account.Role;
import xundang.model.json.ModelJson;
import xundang.model.sync.ConflictBody;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;

/** Makes cards of the conflict records on this laptop. */
final class ConflictReader {
    private static final Logger LOG = LoggerFactory.getLogger(ConflictReader.class);

    /** What still waits first; within that the newest, as their ids are made in the order of time. */
    private static final Comparator<ConflictCard> ORDER = Comparator.comparing((ConflictCard card) -> !card.open())
            .thenComparing(ConflictCard::pending)
            .thenComparing(card -> card.id().toString(), Comparator.reverseOrder());

    private final SyncStores stores;
    private final RecordTitles titles;
    private final ConflictPhotoReader photos;
    private final SyncDeskService.Person person;

    ConflictReader(SyncStores stores, RecordTitles titles, RecordPhotos photos, SyncDeskService.Person person) {
        this.stores = stores;
        this.titles = titles;
        this.photos = new ConflictPhotoReader(photos);
        this.person = person;
    }

    List<ConflictCard> all(Tx tx) {
        return stores.records().all(tx, RecordType.CONFLICT).stream()
                .map(seen -> card(tx, seen.id(), seen.fields()))
                .flatMap(Optional::stream)
                .sorted(ORDER)
                .toList();
    }

    List<ConflictCard> openAbout(Tx tx, UUID asset) {
        return stores.desk().openConflicts(tx, asset).stream()
                .map(id -> find(tx, id))
                .flatMap(Optional::stream)
                .sorted(ORDER)
                .toList();
    }

    Optional<ConflictCard> find(Tx tx, UUID id) {
        return fields(tx, id).flatMap(fields -> card(tx, id, fields));
    }

    SyncDesk.ConflictPhotos photos(Tx tx, UUID id) {
        return fields(tx, id)
                .flatMap(fields -> body(id, fields))
                .map(body -> photos.of(tx, body, otherObject(body)))
                .orElse(SyncDesk.ConflictPhotos.NONE);
    }

    private Optional<Map<String, JsonNode>> fields(Tx tx, UUID id) {
        return stores.records().fields(tx, new RecordKey(RecordType.CONFLICT, id));
    }

    private Optional<ConflictCard> card(Tx tx, UUID id, Map<String, JsonNode> fields) {
        return body(id, fields).map(body -> card(tx, id, body));
    }

    /** A record that a newer program wrote in another shape is kept but not shown; it must not hide the others. */
    private static Optional<ConflictBody> body(UUID id, Map<String, JsonNode> fields) {
        try {
            return Optional.of(ModelJson.mapper().convertValue(fields, ConflictBody.class));
        } catch (JacksonException e) {
            LOG.warn("conflict {} cannot be read: {}", id, e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private ConflictCard card(Tx tx, UUID id, ConflictBody body) {
        ConflictCard.Kind kind = kind(body.kind());
        RecordKey about = new RecordKey(body.recType(), body.recId());
        boolean open = !body.state().equals(ConflictBody.SETTLED);
        return new ConflictCard(
                id,
                kind,
                about,
                title(tx, about, body),
                titles.category(tx, about),
                otherObject(body)
                        .map(other -> titles.title(tx, new RecordKey(RecordType.ASSET, other)))
                        .orElse(null),
                body.field(),
                body.base(),
                body.server(),
                body.client(),
                side(body.serverUserName(), body.serverAt()),
                side(body.userName(), body.at()),
                body.reason(),
                open,
                body.resolution(),
                open && stores.desk().isBeingSettled(tx, id),
                person.user().value().equals(body.userId()),
                person.role() == Role.ASSET_MANAGER && kind != ConflictCard.Kind.OTHER);
    }

    private String title(Tx tx, RecordKey about, ConflictBody body) {
        String own = titles.title(tx, about);
        return own.isEmpty() && body.assetId() != null
                ? titles.title(tx, new RecordKey(RecordType.ASSET, body.assetId()))
                : own;
    }

    private static Optional<UUID> otherObject(ConflictBody body) {
        JsonNode id = body.server();
        if (kind(body.kind()) != ConflictCard.Kind.DUPLICATE || id == null || !id.isString()) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(id.stringValue()));
        } catch (IllegalArgumentException notAnId) {
            LOG.warn("a double number names something that is not an id");
            return Optional.empty();
        }
    }

    private static ConflictCard.@Nullable Side side(@Nullable String person, @Nullable OffsetDateTime at) {
        return person == null && at == null ? null : new ConflictCard.Side(Objects.requireNonNullElse(person, ""), at);
    }

    private static ConflictCard.Kind kind(String name) {
        return switch (name) {
            case "edit" -> ConflictCard.Kind.EDIT;
            case "delete" -> ConflictCard.Kind.DELETE;
            case "duplicate" -> ConflictCard.Kind.DUPLICATE;
            case "rule" -> ConflictCard.Kind.RULE;
            default -> ConflictCard.Kind.OTHER;
        };
    }
}
