package xundang.desktop.session.store;

import static xundang.desktop.platform.db.generated.Tables.META;

import java.util.Optional;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.session.Enrolled;
import xundang.model.account.UserId;
import xundang.model.json.ModelJson;

/** Who is enrolled here: rows {@code session.<user id>} of {@code meta}. */
public final class EnrolmentStore {
    /** Writes a person's enrolment, in place of an earlier one. */
    public void save(Tx tx, Enrolled enrolled) {
        tx.dsl().deleteFrom(META).where(META.NAME.eq(name(enrolled.user()))).execute();
        tx.dsl()
                .insertInto(META, META.NAME, META.VAL)
                .values(name(enrolled.user()), ModelJson.mapper().writeValueAsString(enrolled))
                .execute();
    }

    /** A person's enrolment. */
    public Optional<Enrolled> find(Tx tx, UserId user) {
        return tx.dsl()
                .select(META.VAL)
                .from(META)
                .where(META.NAME.eq(name(user)))
                .fetchOptional(META.VAL)
                .map(json -> ModelJson.mapper().readValue(json, Enrolled.class));
    }

    private static String name(UserId user) {
        return "session." + user;
    }
}
