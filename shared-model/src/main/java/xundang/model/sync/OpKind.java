package xundang.model.sync;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What an op does, e.g. {@code asset.patch}. The server holds a kind that it does not know; it never loses it. */
public record OpKind(@JsonValue String name) {
    public static final OpKind ASSET_CREATE = new OpKind("asset.create");
    public static final OpKind ASSET_PATCH = new OpKind("asset.patch");
    public static final OpKind SITE_CREATE = new OpKind("site.create");
    public static final OpKind PROJECT_CREATE = new OpKind("project.create");
    public static final OpKind FIELD_CONFLICT_CREATE = new OpKind("field_conflict.create");
    public static final OpKind INSPECTION_CREATE = new OpKind("inspection.create");
    public static final OpKind CONFLICT_RESOLVE = new OpKind("conflict.resolve");
    public static final OpKind PLAN_CREATE = new OpKind("plan.create");
    public static final OpKind PLAN_PATCH = new OpKind("plan.patch");
    public static final OpKind PLAN_DELETE = new OpKind("plan.delete");
    public static final OpKind CALENDAR_CREATE = new OpKind("calendar.create");
    public static final OpKind CALENDAR_PATCH = new OpKind("calendar.patch");
    public static final OpKind ROUND_MARK_CREATE = new OpKind("round_mark.create");
    public static final OpKind ROUND_SHARE_CREATE = new OpKind("round_share.create");
    public static final OpKind PHOTO_ATTACH = new OpKind("photo.attach");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OpKind {
        if (!name.matches("[a-z_]{1,40}\\.[a-z_]{1,40}")) {
            throw new IllegalArgumentException("not an op kind: " + name);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
