package xundang.server.platform.db;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * The database could not do what was asked; nothing of the transaction was kept, unless the reason is {@link Reason#UNCERTAIN}. The
 * message holds SQL state and vendor code only, because the driver's own text can quote row values (trust requirement S38).
 */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** H2: the lock wait ended. */
    private static final int H2_LOCK_TIMEOUT = 50200;

    private static final int H2_CONCURRENT_UPDATE = 90131;
    private static final int H2_IN_USE = 90020;
    private static final int H2_CLOSED = 90098;
    private static final int H2_NOT_FOUND = 90146;
    private static final int H2_CORRUPTED = 90030;

    /** What kind of fault it is. */
    public enum Reason {
        /** Somebody else was faster or holds a lock: the same request may work a moment later. */
        BUSY,
        /** No connection, or no turn to write, within the time that a request may wait. */
        OVERLOADED,
        DISK_FULL,
        READ_ONLY,
        /** Another process has the database open. */
        IN_USE,
        /** The database closed itself or cannot be reached. */
        CLOSED,
        /** The file that belongs here is gone; no new one is made in its place. */
        MISSING,
        /** The file is there but holds no ledger: cut short, or overwritten. */
        DAMAGED,
        /** Committed, but the disk did not confirm it. The database takes no more writes until it is opened again. */
        UNCERTAIN,
        OTHER
    }

    private final Reason reason;

    private DatabaseException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    static DatabaseException damaged(@Nullable SQLException cause) {
        return new DatabaseException(Reason.DAMAGED, "the file holds no ledger", cause);
    }

    /** Without a cause: refused because of an earlier fault of the disk. */
    static DatabaseException uncertain(@Nullable SQLException cause) {
        String code = cause == null ? "" : ", " + codeOf(cause);
        return new DatabaseException(Reason.UNCERTAIN, "not confirmed by the disk" + code, cause);
    }

    static DatabaseException overloaded() {
        return new DatabaseException(Reason.OVERLOADED, "no turn to write in time", new IllegalStateException());
    }

    /** SQL state and vendor code, which may stand in a log; empty for what no driver threw. */
    public static String codeOf(Throwable fault) {
        return fault instanceof SQLException sql
                ? "SQL state " + sql.getSQLState() + ", code " + sql.getErrorCode()
                : "";
    }

    /** Classifies whatever a driver, the pool or jOOQ threw. */
    public static DatabaseException of(Exception fault) {
        if (fault instanceof DatabaseException known) {
            return known;
        }
        SQLException sql = findSql(fault);
        if (sql == null) {
            return new DatabaseException(reasonOfCauses(fault), "database fault", fault);
        }
        return new DatabaseException(reasonOf(sql), "database fault, " + codeOf(sql), fault);
    }

    private static Reason reasonOf(SQLException fault) {
        String state = fault.getSQLState() == null ? "" : fault.getSQLState();
        if (fault instanceof SQLTransientConnectionException && state.isEmpty()) {
            return Reason.OVERLOADED;
        }
        return switch (fault.getErrorCode()) {
            case H2_LOCK_TIMEOUT, H2_CONCURRENT_UPDATE -> Reason.BUSY;
            case H2_IN_USE -> Reason.IN_USE;
            case H2_NOT_FOUND -> Reason.MISSING;
            case H2_CLOSED -> Reason.CLOSED;
            case H2_CORRUPTED -> Reason.DAMAGED;
            default ->
                switch (state) {
                    // serialization failure, deadlock, lock not available, unique key taken by a concurrent writer
                    case "40001", "40P01", "55P03", "23505" -> Reason.BUSY;
                    case "53100" -> Reason.DISK_FULL;
                    case "25006" -> Reason.READ_ONLY;
                    default -> state.startsWith("08") ? Reason.CLOSED : reasonOfCauses(fault);
                };
        };
    }

    private static Reason reasonOfCauses(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            String text = cause.getMessage() == null ? "" : cause.getMessage();
            if (cause instanceof IOException && (text.contains("No space left") || text.contains("not enough space"))) {
                return Reason.DISK_FULL;
            }
            if (cause instanceof IOException && (text.contains("Read-only") || text.contains("Permission denied"))) {
                return Reason.READ_ONLY;
            }
        }
        return Reason.OTHER;
    }

    private static @Nullable SQLException findSql(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
