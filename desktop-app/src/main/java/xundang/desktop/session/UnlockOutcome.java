package xundang.desktop.session;

import java.time.Duration;

/** How an attempt to open the local ledger ended. */
public sealed interface UnlockOutcome {
    /** Open. */
    record Opened(LedgerHandle ledger) implements UnlockOutcome {}

    /** The password does not fit; nothing was opened. */
    record WrongPassword(int triesBeforeDelay) implements UnlockOutcome {}

    /** Too many wrong tries: wait. */
    record TryLater(Duration delay) implements UnlockOutcome {}

    /** Another running instance holds the data folder. */
    record InUse(String holder) implements UnlockOutcome {}

    /** The data folder cannot be written; nothing was changed. */
    record FolderNotWritable(String folder) implements UnlockOutcome {}

    /** The ledger was written by a newer program version; the files were left alone. */
    record NewerVersion() implements UnlockOutcome {}

    /** The files cannot be read and could not be rebuilt; they were left in place or set aside, never deleted. */
    record Damaged(String code) implements UnlockOutcome {}
}
