package xundang.server.auth;

import static xundang.server.platform.db.generated.Tables.ENROLMENT_CODE;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xundang.model.account.UserId;
import xundang.server.platform.db.Tx;

/** Table {@code enrolment_code}. */
final class EnrolmentCodeDao {
    /** A code that was given out, as its hash. */
    record Code(
            UUID id,
            String hash,
            OffsetDateTime expiresAt,
            int tries,
            @Nullable OffsetDateTime usedAt) {}

    void insert(Tx tx, UserId account, Code code) {
        tx.dsl()
                .insertInto(ENROLMENT_CODE)
                .set(ENROLMENT_CODE.CODE_ID, code.id())
                .set(ENROLMENT_CODE.ACCOUNT_ID, account.value())
                .set(ENROLMENT_CODE.CODE_HASH, code.hash())
                .set(ENROLMENT_CODE.EXPIRES_AT, code.expiresAt())
                .set(ENROLMENT_CODE.TRIES, code.tries())
                .execute();
    }

    List<Code> lockOf(Tx tx, UserId account) {
        return tx.dsl()
                .selectFrom(ENROLMENT_CODE)
                .where(ENROLMENT_CODE.ACCOUNT_ID.eq(account.value()))
                .orderBy(ENROLMENT_CODE.CODE_ID)
                .forUpdate()
                .fetch(row -> new Code(
                        row.getCodeId(), row.getCodeHash(), row.getExpiresAt(), row.getTries(), row.getUsedAt()));
    }

    void countTry(Tx tx, UUID id) {
        tx.dsl()
                .update(ENROLMENT_CODE)
                .set(ENROLMENT_CODE.TRIES, ENROLMENT_CODE.TRIES.plus(1))
                .where(ENROLMENT_CODE.CODE_ID.eq(id))
                .execute();
    }

    void use(Tx tx, UUID id, OffsetDateTime at) {
        tx.dsl()
                .update(ENROLMENT_CODE)
                .set(ENROLMENT_CODE.USED_AT, at)
                .where(ENROLMENT_CODE.CODE_ID.eq(id))
                .execute();
    }
}
