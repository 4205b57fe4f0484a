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
 * @param recordsOnly 仅传记录: pictures wait, because the person said that this network is metered; remembered over a restart
 * @param transfer a long transfer that is under way right now; absent when there is none
 */
public record SyncStatus(
        Connection connection,
        int recordsWaiting,
        int photosWaiting,
        int needsAttention,
        @Nullable Instant lastContact,
        @Nullable Long clockOffsetMs,
        @Nullable String problemCode,
        boolean recordsOnly,
        @Nullable Transfer transfer) {

    /** A status without a long transfer, pictures not held back. */
    public SyncStatus(
            Connection connection,
            int recordsWaiting,
            int photosWaiting,
            int needsAttention,
            @Nullable Instant lastContact,
            @Nullable Long clockOffsetMs,
            @Nullable String problemCode) {
        this(
                connection,
                recordsWaiting,
                photosWaiting,
                needsAttention,
                lastContact,
                clockOffsetMs,
                problemCode,
                false,
                null);
    }

    /** The same with another connection and fault. */
    SyncStatus met(Connection connection, @Nullable String problemCode) {
        return with(connection, problemCode, recordsOnly, transfer);
    }

    /** The same with pictures held back or not. */
    SyncStatus holding(boolean recordsOnly) {
        return with(connection, problemCode, recordsOnly, transfer);
    }

    /** The same with another transfer under way, or none. */
    SyncStatus moving(@Nullable Transfer transfer) {
        return with(connection, problemCode, recordsOnly, transfer);
    }

    /** What was counted stays; the rest is as said. */
    private SyncStatus with(
            Connection connection, @Nullable String problemCode, boolean recordsOnly, @Nullable Transfer transfer) {
        return new SyncStatus(
                connection,
                recordsWaiting,
                photosWaiting,
                needsAttention,
                lastContact,
                clockOffsetMs,
                problemCode,
                recordsOnly,
                transfer);
    }

    /**
     * How far a long transfer is. What it counts as done has left or reached this laptop; whether the server holds it is said by
     * {@link #photosWaiting} alone.
     *
     * @param done bytes of pictures, or records of the ledger; at most {@code total}
     * @param total as known now; it may still grow
     * @param secondsLeft by a smoothed rate; absent until that is known
     */
    public record Transfer(
            What what, long done, long total, @Nullable Long secondsLeft) {
        /** What is on its way. */
        public enum What {
            /** 上传照片; counted in bytes. */
            SENDING_PICTURES,
            /** 下载照片; counted in bytes. */
            FETCHING_PICTURES,
            /** 下载台账: a complete fetch; counted in records. */
            FETCHING_LEDGER
        }
    }

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
