package xundang.desktop.sync;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.platform.tasks.BackgroundTasks;

/** Fetches a picture that a record names and this laptop does not have, when somebody wants to see it. */
public final class PhotoFetcher {
    private static final Logger LOG = LoggerFactory.getLogger(PhotoFetcher.class);

    /** How a fetch ended. */
    public enum Outcome {
        /** It is here, verified. */
        HERE,
        /** The server does not have it yet: it is still on another laptop. */
        NOT_AT_SERVER,
        /** What came does not have the hash; nothing was kept. */
        DAMAGED,
        /** No usable answer; try again later. */
        NOT_REACHED
    }

    private final SyncApi api;
    private final StoreSteps steps;
    private final PhotoBytes photos;
    private final BackgroundTasks tasks;

    public PhotoFetcher(SyncApi api, StoreSteps steps, PhotoBytes photos, BackgroundTasks tasks) {
        this.api = api;
        this.steps = steps;
        this.photos = photos;
        this.tasks = tasks;
    }

    /** Returns at once; calls back on the interface's thread. */
    public void fetch(
            String sha256, String mime, Consumer<? super Outcome> onDone, Consumer<? super Exception> onFailed) {
        tasks.network(() -> fetch(sha256, mime), onDone, onFailed);
    }

    /** Blocking; network thread only. */
    Outcome fetch(String sha256, String mime) {
        if (steps.call(() -> photos.has(sha256))) {
            return Outcome.HERE;
        }
        byte[] bytes;
        try {
            bytes = api.blob(sha256);
        } catch (SyncException e) {
            return e.fault() instanceof SyncFault.NotThere ? Outcome.NOT_AT_SERVER : Outcome.NOT_REACHED;
        }
        if (!sha256.equals(hash(bytes))) {
            LOG.warn("picture {} came with another content", sha256);
            return Outcome.DAMAGED;
        }
        return steps.call(() -> {
            photos.keep(sha256, mime, bytes);
            return Outcome.HERE;
        });
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
