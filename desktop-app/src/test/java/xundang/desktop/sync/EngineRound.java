package xundang.desktop.sync;

import org.jspecify.annotations.Nullable;

/**
 * One round of the real engine for tests of other packages.
 *
 * @param fault code of what ended the round early; null when the server answered everything
 * @param unsendable pictures that could not be sent from here
 */
public record EngineRound(@Nullable String fault, int unsendable) {
    /** Runs a round that nobody stops. */
    public static EngineRound of(SyncEngine engine) {
        return switch (engine.round(RecordsSyncTest.sign(false))) {
            case RoundOutcome.Done done -> new EngineRound(null, done.unsendable());
            case RoundOutcome.Failed failed -> new EngineRound(failed.fault().code(), 0);
            case RoundOutcome.StoreFailed failed -> new EngineRound("store " + failed.reason(), 0);
        };
    }

    public boolean done() {
        return fault == null;
    }
}
