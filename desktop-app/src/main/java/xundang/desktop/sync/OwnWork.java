package xundang.desktop.sync;

import java.util.List;
import java.util.UUID;
import xundang.desktop.platform.db.LocalChange;
import xundang.desktop.platform.db.Tx;
import xundang.model.account.UserId;
import xundang.model.sync.RecordKey;

/**
 * A feature that keeps work of this laptop which is not an op yet (drafts 草稿), so that sync can carry it away with a package and never
 * purges it unseen. Store thread only, in the given transaction.
 */
public interface OwnWork {
    /** Drafts of all people on this laptop, in the order of their ids. */
    List<Draft> drafts(Tx tx);

    /** True if there is a draft or a submitted record of that id here. */
    boolean knows(Tx tx, UUID id);

    /** Drops every row about that draft or record, its own evidence included. Deterministic; unknown ids are passed over. */
    void forget(Tx tx, UUID id);

    /**
     * A draft, complete enough to be made again elsewhere.
     *
     * @param about the record that it is about; its scope is the draft's scope
     * @param changes make the draft again when they are committed in this order
     * @param pictures whose bytes belong to it
     */
    record Draft(UUID id, RecordKey about, UserId person, List<LocalChange> changes, List<Picture> pictures) {}

    /** A picture kept on this laptop. */
    record Picture(String sha256, long size, String mime) {}
}
