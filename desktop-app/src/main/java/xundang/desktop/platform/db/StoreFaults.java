package xundang.desktop.platform.db;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a fault of the disk or the database file from a fault of our own SQL, and names it for the person. H2's messages hold row values,
 * so nothing of them is passed on or logged: only SQL state and code (trust requirement S38).
 */
public final class StoreFaults {
    /** Less free space than this makes any write error a full disk, whatever language the operating system reports it in. */
    private static final long FULL_BELOW_BYTES = 1024 * 1024;

    private static final Set<Integer> CLOSED = Set.of(
            ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.OBJECT_CLOSED,
            ErrorCode.CONNECTION_BROKEN_1,
            ErrorCode.OUT_OF_MEMORY);
    private static final Set<Integer> IO =
            Set.of(ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2, ErrorCode.GENERAL_ERROR_1);

    private StoreFaults() {}

    /** The reason if this is a fault of disk or file; {@code null} if the disk is fine and the work itself was wrong. */
    public static StoreException.@Nullable Reason diskFault(Throwable fault, Path folder) {
        StoreException.Reason reason = null;
        for (Throwable cause : chain(fault)) {
            StoreException.Reason here = reasonOf(cause, folder);
            if (here != null
                    && (reason == null
                            || reason == StoreException.Reason.CLOSED
                            || reason == StoreException.Reason.OTHER)) {
                reason = here;
            }
        }
        return reason;
    }

    /** A store exception for a fault of the disk, or with {@link StoreException.Reason#OTHER}. */
    public static StoreException wrap(Throwable fault, Path folder, String what) {
        StoreException.Reason reason = diskFault(fault, folder);
        return new StoreException(
                reason == null ? StoreException.Reason.OTHER : reason, what + " (" + code(fault) + ")", fault);
    }

    /** What may be logged of a fault: its class, and of a database error SQL state and code. */
    public static String code(Throwable fault) {
        for (Throwable cause : chain(fault)) {
            if (cause instanceof SQLException sql) {
                return "SQL " + sql.getSQLState() + "/" + sql.getErrorCode();
            }
        }
        return fault.getClass().getSimpleName();
    }

    private static StoreException.@Nullable Reason reasonOf(Throwable cause, Path folder) {
        return switch (cause) {
            case AccessDeniedException denied -> StoreException.Reason.READ_ONLY;
            case ReadOnlyFileSystemException readOnly -> StoreException.Reason.READ_ONLY;
            case IOException io -> ofIo(io, folder);
            case SQLException sql -> ofSql(sql.getErrorCode());
            case MVStoreException store -> ofStore(store.getErrorCode());
            default -> null;
        };
    }

    private static StoreException.Reason ofIo(IOException io, Path folder) {
        String message = String.valueOf(io.getMessage());
        if (message.contains("No space left") || message.contains("not enough space") || isFull(folder)) {
            return StoreException.Reason.DISK_FULL;
        }
        return message.contains("Read-only") ? StoreException.Reason.READ_ONLY : StoreException.Reason.OTHER;
    }

    private static StoreException.@Nullable Reason ofSql(int code) {
        if (code == ErrorCode.FILE_CORRUPTED_1 || code == ErrorCode.FILE_ENCRYPTION_ERROR_1) {
            return StoreException.Reason.DAMAGED;
        }
        if (code == ErrorCode.DATABASE_IS_READ_ONLY) {
            return StoreException.Reason.READ_ONLY;
        }
        if (CLOSED.contains(code)) {
            return StoreException.Reason.CLOSED;
        }
        return IO.contains(code) ? StoreException.Reason.OTHER : null;
    }

    private static StoreException.@Nullable Reason ofStore(int code) {
        return switch (code) {
            case DataUtils.ERROR_FILE_CORRUPT -> StoreException.Reason.DAMAGED;
            case DataUtils.ERROR_CLOSED -> StoreException.Reason.CLOSED;
            case DataUtils.ERROR_READING_FAILED, DataUtils.ERROR_WRITING_FAILED -> StoreException.Reason.OTHER;
            default -> null;
        };
    }

    private static boolean isFull(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < FULL_BELOW_BYTES;
        } catch (IOException unknown) {
            return false;
        }
    }

    private static List<Throwable> chain(Throwable fault) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable cause = fault; cause != null && chain.size() < 20; cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }
}
