package xundang.server.auth;

import static xundang.server.platform.db.generated.Tables.LOGIN_ATTEMPT;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xundang.server.platform.db.Tx;

/** Table {@code login_attempt}. */
final class LoginAttemptDao {
    /** Failures of one log-in name since its last success. */
    record Attempts(int failures, @Nullable OffsetDateTime lockedUntil) {}

    Optional<Attempts> lock(Tx tx, String loginHash) {
        return tx.dsl()
                .selectFrom(LOGIN_ATTEMPT)
                .where(LOGIN_ATTEMPT.LOGIN_HASH.eq(loginHash))
                .forUpdate()
                .fetchOptional(row -> new Attempts(row.getFailures(), row.getLockedUntil()));
    }

    void put(Tx tx, String loginHash, Attempts attempts, OffsetDateTime at) {
        int updated = tx.dsl()
                .update(LOGIN_ATTEMPT)
                .set(LOGIN_ATTEMPT.FAILURES, attempts.failures())
                .set(LOGIN_ATTEMPT.LOCKED_UNTIL, attempts.lockedUntil())
                .set(LOGIN_ATTEMPT.LAST_AT, at)
                .where(LOGIN_ATTEMPT.LOGIN_HASH.eq(loginHash))
                .execute();
        if (updated == 0) {
            tx.dsl()
                    .insertInto(LOGIN_ATTEMPT)
                    .set(LOGIN_ATTEMPT.LOGIN_HASH, loginHash)
                    .set(LOGIN_ATTEMPT.FAILURES, attempts.failures())
                    .set(LOGIN_ATTEMPT.LOCKED_UNTIL, attempts.lockedUntil())
                    .set(LOGIN_ATTEMPT.LAST_AT, at)
                    .execute();
        }
    }

    void clear(Tx tx, String loginHash) {
        tx.dsl()
                .deleteFrom(LOGIN_ATTEMPT)
                .where(LOGIN_ATTEMPT.LOGIN_HASH.eq(loginHash))
                .execute();
    }
}
