package xundang.desktop.platform.db;

/**
 * What opening the records database found and what replaying the journal brought back: the person is told from this and from nothing else.
 *
 * @param rebuilt the database was made anew; what only the server had comes again with the next sync
 * @param unapplied journal entries that could not be applied; they stay in the journal
 * @param journalDamaged places in the journal that were once whole and are not any more; a copy of the file was kept
 * @param journalRestored entries that the journal had lost and that were written into it again from the database
 * @param refusing why nothing can be written at the moment, or {@link Writing#POSSIBLE}
 */
public record Recovery(boolean rebuilt, int unapplied, int journalDamaged, int journalRestored, Writing refusing) {
    /** A sound ledger, opened as it was closed. */
    public static final Recovery NOTHING = new Recovery(false, 0, 0, 0, Writing.POSSIBLE);

    /** Whether the ledger takes changes. */
    public enum Writing {
        POSSIBLE,
        DISK_FULL,
        READ_ONLY
    }
}
