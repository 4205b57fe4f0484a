package xundang.desktop.sync;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.db.Tx;
import xundang.model.account.UserId;
import xundang.model.photo.PhotoId;
import xundang.model.sync.RecordKey;

/** Which pictures belong to a record; the feature that takes pictures implements it. Store thread only. */
@FunctionalInterface
public interface RecordPhotos {
    /** Pictures of submitted work, newest first; empty for a record that has none and for a type that never has any. */
    List<Taken> of(Tx tx, RecordKey about);

    /**
     * One picture. A program of another version may have left out who took it, and when.
     *
     * @param person name of who took it, or empty
     * @param at when it was added, by the clock of the laptop on which it was
     */
    record Taken(
            PhotoId photo,
            @Nullable UserId by,
            String person,
            @Nullable OffsetDateTime at) {}
}
