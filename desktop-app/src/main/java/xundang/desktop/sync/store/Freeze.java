package xundang.desktop.sync.store;

import java.util.List;
import java.util.UUID;
import xundang.desktop.platform.db.LocalChange;
import xundang.model.account.UserId;
import xundang.model.json.ModelJson;

/**
 * Numbers for ops of one subject that follow each other in the queue. Journalled before the ops are sent, and kept in the journal as long as
 * the ops' own entries, so that a database rebuilt from it has merged the same patches and gives the same numbers.
 *
 * @param user whose ops they are: each person on a laptop has a series of numbers of their own
 * @param next the number after the last one
 */
record Freeze(UserId user, List<Numbered> ops, long next) {
    static final String TYPE = "sync.freeze";

    /** One op and its number. */
    record Numbered(UUID opId, long opSeq) {}

    LocalChange of(UUID subject) {
        return new LocalChange(TYPE, subject, ModelJson.mapper().valueToTree(this));
    }

    static Freeze from(LocalChange change) {
        return ModelJson.mapper().treeToValue(change.body(), Freeze.class);
    }
}
