package xundang.desktop.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The status that the window shows at all times.
 *
 * @param connection what the last contact attempt showed
 * @param recordsWaiting records not yet held by the server
 * @param photosWaiting photos not yet held by the server
 * @param needsAttention records that a person must look at
 * @param lastContact last complete answer of the server
 * @param clockOffsetMs device clock minus server clock at last contact; absent before the first
 * @param problemCode code of the last failed attempt, if the last attempt failed
 */
public record SyncStatus(
        Connection connection,
        int recordsWaiting,
        int photosWaiting,
        int needsAttention,
        @Nullable Instant lastContact,
        @Nullable Long clockOffsetMs,
        @Nullable String problemCode) {

    /** What is known about the connection. */
    public enum Connection {
        /** Switched off by the person. */
        OFF,
        /** Tried and not reached. */
        UNREACHABLE,
        /** Talking right now. */
        WORKING,
        /** Reached at the last contact, idle. */
        REACHED,
        /** Reached, but the log-in is no longer accepted. */
        LOGIN_NEEDED
    }
}
