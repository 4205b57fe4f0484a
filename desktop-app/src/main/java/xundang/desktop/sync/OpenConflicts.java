package xundang.desktop.sync;

import java.util.List;
import java.util.UUID;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.sync.SyncDesk.ConflictCard;

/** Conflicts of one object, for features that show it. Store thread only. */
@FunctionalInterface
public interface OpenConflicts {
    /** Those that nobody has decided yet, newest first. */
    List<ConflictCard> openAbout(Tx tx, UUID asset);
}
