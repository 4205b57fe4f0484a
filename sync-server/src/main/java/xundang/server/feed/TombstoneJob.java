package xundang.server.feed;

import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.server.ledger.LedgerService;
import xundang.server.platform.db.ServerDatabase;

/** Daily: lets the feed forget what left it more than 400 days ago. Whoever has not asked since then takes a snapshot instead. */
public final class TombstoneJob {
    private static final Logger LOG = LoggerFactory.getLogger(TombstoneJob.class);

    private final ServerDatabase database;
    private final LedgerService ledger;
    private final InstantSource clock;

    public TombstoneJob(ServerDatabase database, LedgerService ledger, InstantSource clock) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Returns how many entries were removed. */
    public int run() {
        int removed = database.inTransaction(tx -> ledger.forgetGone(tx, CursorCheck.floor(clock)));
        LOG.info("feed entries of what is gone removed: {}", removed);
        return removed;
    }
}
