package xundang.desktop.sync;

import java.util.List;
import xundang.desktop.platform.db.Tx;

/**
 * The queue of own changes. Nothing is ever deleted from it: answered ops stay as an archive, so that a server that lost data can be
 * given them again. Store thread only.
 */
public interface Outbox {
    /**
     * Queues ops in this order, shows them in the visible records and tells the {@link RecordListener}s, all in the given transaction:
     * call it in the applier of a journalled change, beside the feature's own rows. Deterministic. An op id that is already there is
     * passed over, so applying a change twice queues it once.
     *
     * <p>A {@code photo.attach} also queues the upload of the picture that its fields {@code sha256}, {@code size} and {@code mime} name;
     * the bytes must be kept before. A patch may be merged into a patch of the same record, person and subject that is still pending.
     */
    void append(Tx tx, List<OutboxOp> ops);
}
