package xundang.server.web;

import static xundang.server.platform.db.generated.Tables.WEB_SESSION;

import java.time.OffsetDateTime;
import java.util.Optional;
import xundang.model.account.UserId;
import xundang.server.platform.db.Tx;

/** Table {@code web_session}. */
final class WebSessionDao {
    /** A session as stored. */
    record Stored(UserId account, String csrfToken, OffsetDateTime createdAt, OffsetDateTime lastUsedAt) {}

    void insert(Tx tx, String hash, Stored session) {
        tx.dsl()
                .insertInto(WEB_SESSION)
                .set(WEB_SESSION.SESSION_HASH, hash)
                .set(WEB_SESSION.ACCOUNT_ID, session.account().value())
                .set(WEB_SESSION.CSRF_TOKEN, session.csrfToken())
                .set(WEB_SESSION.CREATED_AT, session.createdAt())
                .set(WEB_SESSION.LAST_USED_AT, session.lastUsedAt())
                .execute();
    }

    Optional<Stored> find(Tx tx, String hash) {
        return tx.dsl()
                .selectFrom(WEB_SESSION)
                .where(WEB_SESSION.SESSION_HASH.eq(hash))
                .fetchOptional(row -> new Stored(
                        new UserId(row.getAccountId()), row.getCsrfToken(), row.getCreatedAt(), row.getLastUsedAt()));
    }

    void touch(Tx tx, String hash, OffsetDateTime at) {
        tx.dsl()
                .update(WEB_SESSION)
                .set(WEB_SESSION.LAST_USED_AT, at)
                .where(WEB_SESSION.SESSION_HASH.eq(hash))
                .execute();
    }

    void delete(Tx tx, String hash) {
        tx.dsl()
                .deleteFrom(WEB_SESSION)
                .where(WEB_SESSION.SESSION_HASH.eq(hash))
                .execute();
    }

    void deleteCreatedBefore(Tx tx, OffsetDateTime time) {
        tx.dsl().deleteFrom(WEB_SESSION).where(WEB_SESSION.CREATED_AT.lt(time)).execute();
    }
}
