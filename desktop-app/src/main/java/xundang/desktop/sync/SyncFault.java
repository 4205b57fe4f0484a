package xundang.desktop.sync;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import xundang.model.sync.Problem;

/** Why an exchange with the server did not come about, by what the client must do next (protocol, section 2.7). */
public sealed interface SyncFault {
    /** Short code that the status shows and support can look up. */
    String code();

    /**
     * No answer: no network, a cut, a time limit. What was sent may or may not have arrived; it is sent again unchanged.
     *
     * @param timedOut the connection stood but was too slow; the next batch is halved
     */
    record NoAnswer(boolean timedOut) implements SyncFault {
        @Override
        public String code() {
            return timedOut ? "E-SYNC-102" : "E-SYNC-101";
        }
    }

    /** 408, 423, 425, 429 or 5xx: later, and not before {@code retryAfter} when the server named it. */
    record Busy(int status, @Nullable Duration retryAfter) implements SyncFault {
        @Override
        public String code() {
            return "E-SYNC-103";
        }
    }

    /** Something between here and the server answers in its place (网络需要认证), so no answer counts and nothing is sent as done. */
    record NetworkLogin() implements SyncFault {
        @Override
        public String code() {
            return "E-SYNC-104";
        }
    }

    /** An answer that claims success and cannot be understood; it counts as none. */
    record Unreadable() implements SyncFault {
        @Override
        public String code() {
            return "E-SYNC-105";
        }
    }

    /** 401 or 403: the person must log in at the server again. Everything is kept. */
    record LoginNeeded() implements SyncFault {
        @Override
        public String code() {
            return "E-SYNC-110";
        }
    }

    /** 413. */
    record TooLarge() implements SyncFault {
        @Override
        public String code() {
            return "E-SYNC-113";
        }
    }

    /** 409: the server waits for another op number. */
    record SequenceGap(long expected) implements SyncFault {
        @Override
        public String code() {
            return "E-SYNC-114";
        }
    }

    /**
     * 409: a copy of this laptop is at work under the same identity.
     *
     * @param numbersTaken it used numbers that ops here have; otherwise it only made a later handshake than ours
     */
    record StaleSession(boolean numbersTaken) implements SyncFault {
        @Override
        public String code() {
            return "E-SYNC-115";
        }
    }

    /** 409 or 410: the position in the feed is no longer known; fetch everything. */
    record Resync() implements SyncFault {
        @Override
        public String code() {
            return "E-SYNC-116";
        }
    }

    /** 426 on fetching: this program is too old to read; it may still send. */
    record TooOld() implements SyncFault {
        @Override
        public String code() {
            return "E-SYNC-117";
        }
    }

    /** tus 409 or 460: ask how far the upload is and go on from there. */
    record UploadOffset() implements SyncFault {
        @Override
        public String code() {
            return "E-SYNC-121";
        }
    }

    /** 404 or 410: no such upload (expired) or no such picture. */
    record NotThere() implements SyncFault {
        @Override
        public String code() {
            return "E-SYNC-122";
        }
    }

    /** Any other refusal of the whole exchange. Trying again soon does not help; it is tried at the slowest pace. */
    record Refused(Problem problem) implements SyncFault {
        @Override
        public String code() {
            return problem.code();
        }
    }

    /** Switched off or closing; not a fault of anyone. */
    record Stopped() implements SyncFault {
        @Override
        public String code() {
            return "E-SYNC-100";
        }
    }
}
