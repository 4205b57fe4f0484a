package xundang.model.tag;

/** What was found in a scanned or typed text. */
public sealed interface TagParse {
    /** A label of this program, whole. Its ledger may still be another one. */
    record Good(TagText tag) implements TagParse {}

    /**
     * It looks like a label, but its check digits do not fit: misread, mistyped or damaged. The number must not be used.
     *
     * @param crc the check digits as read
     */
    record WrongCheck(String ledger, String assetNo, String crc) implements TagParse {}

    /** Anything else. */
    record NotATag() implements TagParse {}
}
