package xundang.server.auth;

import static xundang.server.platform.db.generated.Tables.ACCOUNT;
import static xundang.server.platform.db.generated.Tables.DEVICE;
import static xundang.server.platform.db.generated.Tables.DEVICE_TOKEN;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import xundang.model.account.DeviceId;
import xundang.model.account.UserId;
import xundang.server.platform.db.Tx;

/** Tables {@code device} and {@code device_token}. */
public final class DeviceDao {
    /**
     * A laptop as it numbers its ops.
     *
     * @param root the enrolment under which it works
     */
    public record Device(
            DeviceId id,
            DeviceId root,
            UserId account,
            long lastOpSeq,
            @Nullable String sessionNonce) {}

    /** Whose token it is, and until when. */
    record TokenOwner(DeviceId device, UserId account, OffsetDateTime expiresAt, boolean tooOld) {}

    void insert(Tx tx, Device device, String name, OffsetDateTime at) {
        tx.dsl()
                .insertInto(DEVICE)
                .set(DEVICE.DEVICE_ID, device.id().value())
                .set(DEVICE.ROOT_ID, device.root().value())
                .set(DEVICE.ACCOUNT_ID, device.account().value())
                .set(DEVICE.DEVICE_NAME, name)
                .set(DEVICE.LAST_OP_SEQ, device.lastOpSeq())
                .set(DEVICE.SESSION_NONCE, device.sessionNonce())
                .set(DEVICE.ENROLLED_AT, at)
                .execute();
    }

    void insertToken(Tx tx, String tokenHash, TokenOwner owner, OffsetDateTime at) {
        tx.dsl()
                .insertInto(DEVICE_TOKEN)
                .set(DEVICE_TOKEN.TOKEN_HASH, tokenHash)
                .set(DEVICE_TOKEN.DEVICE_ID, owner.device().value())
                .set(DEVICE_TOKEN.ACCOUNT_ID, owner.account().value())
                .set(DEVICE_TOKEN.CREATED_AT, at)
                .set(DEVICE_TOKEN.EXPIRES_AT, owner.expiresAt())
                .execute();
    }

    /** The owner of a token, expired or not: neither it nor its laptop is revoked, and the account is not disabled. */
    Optional<TokenOwner> owner(Tx tx, String tokenHash) {
        return tx.dsl()
                .select(DEVICE_TOKEN.DEVICE_ID, DEVICE_TOKEN.ACCOUNT_ID, DEVICE_TOKEN.EXPIRES_AT, DEVICE.TOO_OLD)
                .from(DEVICE_TOKEN)
                .join(DEVICE)
                .on(DEVICE.DEVICE_ID.eq(DEVICE_TOKEN.DEVICE_ID))
                .join(ACCOUNT)
                .on(ACCOUNT.ACCOUNT_ID.eq(DEVICE_TOKEN.ACCOUNT_ID))
                .where(DEVICE_TOKEN.TOKEN_HASH.eq(tokenHash))
                .and(DEVICE_TOKEN.REVOKED_AT.isNull())
                .and(DEVICE.REVOKED_AT.isNull())
                .and(ACCOUNT.DISABLED.isFalse())
                .fetchOptional(row -> new TokenOwner(
                        new DeviceId(row.value1()), new UserId(row.value2()), row.value3(), row.value4()));
    }

    void setExpiry(Tx tx, String tokenHash, OffsetDateTime at) {
        tx.dsl()
                .update(DEVICE_TOKEN)
                .set(DEVICE_TOKEN.EXPIRES_AT, at)
                .where(DEVICE_TOKEN.TOKEN_HASH.eq(tokenHash))
                .execute();
    }

    /** Notes whether the program on the laptop is too old to read the feed. */
    public void setTooOld(Tx tx, DeviceId root, boolean tooOld) {
        tx.dsl()
                .update(DEVICE)
                .set(DEVICE.TOO_OLD, tooOld)
                .where(DEVICE.DEVICE_ID.eq(root.value()))
                .execute();
    }

    /** The device, locked until the transaction ends: its ops are numbered by one request at a time. */
    public Optional<Device> lock(Tx tx, DeviceId id) {
        return fetchLocked(tx, DEVICE.DEVICE_ID.eq(id.value()));
    }

    /** The device that was given this nonce in its last hello, under that enrolment; locked. */
    public Optional<Device> lockByNonce(Tx tx, String nonce, DeviceId root) {
        return fetchLocked(tx, DEVICE.SESSION_NONCE.eq(nonce).and(DEVICE.ROOT_ID.eq(root.value())));
    }

    private static Optional<Device> fetchLocked(Tx tx, Condition condition) {
        return tx.dsl()
                .selectFrom(DEVICE)
                .where(condition)
                .forUpdate()
                .fetchOptional(row -> new Device(
                        new DeviceId(row.getDeviceId()),
                        new DeviceId(row.getRootId()),
                        new UserId(row.getAccountId()),
                        row.getLastOpSeq(),
                        row.getSessionNonce()));
    }

    /** Whether no other person has that laptop; true also for one that nobody has here. */
    public boolean mayBeOf(Tx tx, DeviceId device, UserId account) {
        return !tx.dsl()
                .fetchExists(DEVICE, DEVICE.DEVICE_ID.eq(device.value()), DEVICE.ACCOUNT_ID.ne(account.value()));
    }

    /** A clone or restored copy continues as a device of its own, under the same enrolment and name. */
    public void insertSuccessor(Tx tx, Device device, OffsetDateTime at) {
        String name = tx.dsl()
                .select(DEVICE.DEVICE_NAME)
                .from(DEVICE)
                .where(DEVICE.DEVICE_ID.eq(device.root().value()))
                .fetchSingle(DEVICE.DEVICE_NAME);
        insert(tx, device, name, at);
    }

    /** Notes a hello. */
    public void setNonce(Tx tx, DeviceId id, String nonce, OffsetDateTime at) {
        tx.dsl()
                .update(DEVICE)
                .set(DEVICE.SESSION_NONCE, nonce)
                .set(DEVICE.LAST_SEEN_AT, at)
                .where(DEVICE.DEVICE_ID.eq(id.value()))
                .execute();
    }

    /** Notes the highest number that was dealt with. */
    public void setLastOpSeq(Tx tx, DeviceId id, long lastOpSeq) {
        tx.dsl()
                .update(DEVICE)
                .set(DEVICE.LAST_OP_SEQ, lastOpSeq)
                .where(DEVICE.DEVICE_ID.eq(id.value()))
                .execute();
    }

    /** Ops of a device up to this number are in a backup. */
    public long backedUpOpSeq(Tx tx, DeviceId id) {
        return tx.dsl()
                .select(DEVICE.BACKED_UP_OP_SEQ)
                .from(DEVICE)
                .where(DEVICE.DEVICE_ID.eq(id.value()))
                .fetchOptional(DEVICE.BACKED_UP_OP_SEQ)
                .orElse(0L);
    }

    /** A backup begins: notes what every device has had answered by now. */
    public void noteBackup(Tx tx) {
        tx.dsl().update(DEVICE).set(DEVICE.NOTED_OP_SEQ, DEVICE.LAST_OP_SEQ).execute();
    }

    /** The backup is complete: what was noted when it began is in it. Returns how many devices that is. */
    public int confirmBackup(Tx tx) {
        return tx.dsl()
                .update(DEVICE)
                .set(DEVICE.BACKED_UP_OP_SEQ, DEVICE.NOTED_OP_SEQ)
                .where(DEVICE.NOTED_OP_SEQ.gt(DEVICE.BACKED_UP_OP_SEQ))
                .execute();
    }

    /** Revokes a laptop with all its copies; returns how many there were. */
    int revoke(Tx tx, UUID root, OffsetDateTime at) {
        return tx.dsl()
                .update(DEVICE)
                .set(DEVICE.REVOKED_AT, at)
                .where(DEVICE.ROOT_ID.eq(root))
                .and(DEVICE.REVOKED_AT.isNull())
                .execute();
    }
}
