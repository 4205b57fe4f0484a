package xundang.desktop.sync;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.sync.RecordPhotos.Taken;
import xundang.desktop.sync.SyncDesk.ConflictPhotos;
import xundang.model.sync.ConflictBody;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;

/** Sorts the pictures of what a conflict is about by the side that took them. */
final class ConflictPhotoReader {
    /** What fits beside a value; the others are in the object's file. */
    private static final int MOST_OF_A_SIDE = 2;

    private static final int MOST_OF_OTHERS = 6;

    private final RecordPhotos photos;

    ConflictPhotoReader(RecordPhotos photos) {
        this.photos = photos;
    }

    /** @param otherObject the other object that carries the same number, if that is what the conflict is about */
    ConflictPhotos of(Tx tx, ConflictBody body, Optional<UUID> otherObject) {
        List<Taken> all = about(tx, body);
        if (otherObject.isPresent()) {
            List<Taken> others = photos.of(tx, new RecordKey(RecordType.ASSET, otherObject.get()));
            return new ConflictPhotos(most(others, MOST_OF_A_SIDE), most(all, MOST_OF_A_SIDE), List.of());
        }
        Predicate<Taken> authors = by(body.userId());
        Predicate<Taken> ledgers = by(body.serverUserId()).and(authors.negate());
        return new ConflictPhotos(
                most(all.stream().filter(ledgers).toList(), MOST_OF_A_SIDE),
                most(all.stream().filter(authors).toList(), MOST_OF_A_SIDE),
                most(all.stream().filter(authors.or(ledgers).negate()).toList(), MOST_OF_OTHERS));
    }

    /** A record without pictures of its own belongs to an object that may have some. */
    private List<Taken> about(Tx tx, ConflictBody body) {
        List<Taken> own = photos.of(tx, new RecordKey(body.recType(), body.recId()));
        return own.isEmpty() && body.assetId() != null
                ? photos.of(tx, new RecordKey(RecordType.ASSET, body.assetId()))
                : own;
    }

    private static Predicate<Taken> by(@Nullable UUID person) {
        return taken -> taken.by() != null && taken.by().value().equals(person);
    }

    private static List<Taken> most(List<Taken> taken, int most) {
        return taken.stream().limit(most).toList();
    }
}
