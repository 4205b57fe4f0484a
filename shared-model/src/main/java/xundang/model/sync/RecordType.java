package xundang.model.sync;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Name of a kind of synced record. Not an enum: an old client must be able to keep records of a kind that it does not know.
 */
public record RecordType(@JsonValue String name) {
    /** One object of the ledger. */
    public static final RecordType ASSET = new RecordType("asset");
    /** A place with its own photo policy; the unit of entitlement (scope). */
    public static final RecordType SITE = new RecordType("site");
    /** A submitted inspection; append-only. */
    public static final RecordType INSPECTION = new RecordType("inspection");
    /** One use of a picture; append-only. */
    public static final RecordType PHOTO = new RecordType("photo");
    /** Two sources of the ledger disagree about a field (e.g. the floor of LP15-31); open until verified on site. */
    public static final RecordType FIELD_CONFLICT = new RecordType("field_conflict");
    /** Two people changed the same field; an ordinary record, so that both see it. */
    public static final RecordType CONFLICT = new RecordType("conflict");
    /** A procurement project with its counted figures. */
    public static final RecordType PROJECT = new RecordType("project");
    /** An inspection plan. */
    public static final RecordType PLAN = new RecordType("plan");
    /** An occurrence was left out or put off; append-only. */
    public static final RecordType ROUND_MARK = new RecordType("round_mark");
    /** Who takes which part of a round; append-only. */
    public static final RecordType ROUND_SHARE = new RecordType("round_share");
    /** Public holidays and make-up days of one year. */
    public static final RecordType CALENDAR = new RecordType("calendar");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RecordType {
        if (!name.matches("[a-z][a-z_]{0,39}")) {
            throw new IllegalArgumentException("not a record type: " + name);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
