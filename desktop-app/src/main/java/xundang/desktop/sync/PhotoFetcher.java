package xundang.desktop.sync;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.desktop.sync.SyncStatus.Transfer.What;

/**
 * Fetches a picture that a record names and this laptop does not have, when somebody wants to see it: in pieces, each a network task of its
 * own, so that a round that is due, and with it every record, goes between two pieces.
 *
 * <p>For the interface's thread, which owns what is under way.
 */
public final class PhotoFetcher {
    private static final Logger LOG = LoggerFactory.getLogger(PhotoFetcher.class);

    /** Records wait for one piece at most; at 64 kbit/s that is half a minute. */
    static final int PIECE_BYTES = 256 * 1024;

    /** No picture is longer; an answer that claims so is none. */
    private static final long MAX_BYTES = 50L * 1024 * 1024;

    /** How a fetch ended. */
    public enum Outcome {
        /** It is here, verified. */
        HERE,
        /** The server does not have it yet: it is still on another laptop. */
        NOT_AT_SERVER,
        /** What came does not have the hash; nothing was kept. */
        DAMAGED,
        /** No usable answer; try again later. */
        NOT_REACHED,
        /** The person switched the network off or wants no pictures on this one (仅传记录). */
        HELD_BACK
    }

    private record Caller(Consumer<? super Outcome> onDone, Consumer<? super Exception> onFailed) {}

    /** A picture under way. Touched by one thread at a time: a piece's task, then its callback. */
    private static final class Fetch {
        private final String sha256;
        private final List<Caller> callers = new ArrayList<>();
        private byte[] bytes = new byte[0];
        private int done;

        Fetch(String sha256) {
            this.sha256 = sha256;
        }
    }

    private final SyncApi api;
    private final StoreSteps steps;
    private final PhotoBytes photos;
    private final BackgroundTasks tasks;
    private final BooleanSupplier held;
    private final Progress progress;
    private final Map<String, Fetch> underWay = new HashMap<>();

    public PhotoFetcher(SyncApi api, StoreSteps steps, PhotoBytes photos, BackgroundTasks tasks) {
        this(api, steps, photos, tasks, () -> false, Progress.UNWATCHED);
    }

    /** @param held asked before each piece; any thread */
    PhotoFetcher(
            SyncApi api,
            StoreSteps steps,
            PhotoBytes photos,
            BackgroundTasks tasks,
            BooleanSupplier held,
            Progress progress) {
        this.api = api;
        this.steps = steps;
        this.photos = photos;
        this.tasks = tasks;
        this.held = held;
        this.progress = progress;
    }

    /** Returns at once; calls back on the interface's thread. A picture that several ask for is fetched once. */
    public void fetch(String sha256, Consumer<? super Outcome> onDone, Consumer<? super Exception> onFailed) {
        Fetch fetch = underWay.get(sha256);
        boolean first = fetch == null;
        if (fetch == null) {
            fetch = new Fetch(sha256);
            underWay.put(sha256, fetch);
        }
        fetch.callers.add(new Caller(onDone, onFailed));
        if (first) {
            next(fetch);
        }
    }

    private void next(Fetch fetch) {
        tasks.network(
                () -> piece(fetch),
                outcome -> {
                    if (outcome.isEmpty()) {
                        next(fetch);
                    } else {
                        end(fetch);
                        fetch.callers.forEach(caller -> caller.onDone().accept(outcome.get()));
                    }
                },
                fault -> {
                    end(fetch);
                    fetch.callers.forEach(caller -> caller.onFailed().accept(fault));
                });
    }

    private void end(Fetch fetch) {
        underWay.remove(fetch.sha256);
        if (underWay.isEmpty()) {
            progress.ended();
        }
    }

    /** Network thread: fetches one piece; empty while there is more. */
    private Optional<Outcome> piece(Fetch fetch) {
        if (fetch.done == 0 && steps.call(() -> photos.has(fetch.sha256))) {
            return Optional.of(Outcome.HERE);
        }
        if (held.getAsBoolean()) {
            return Optional.of(Outcome.HELD_BACK);
        }
        BlobPart part;
        try {
            part = api.blob(fetch.sha256, fetch.done, PIECE_BYTES);
        } catch (SyncException e) {
            return Optional.of(e.fault() instanceof SyncFault.NotThere ? Outcome.NOT_AT_SERVER : Outcome.NOT_REACHED);
        }
        if (!take(fetch, part)) {
            return Optional.of(Outcome.NOT_REACHED);
        }
        progress.at(What.FETCHING_PICTURES, fetch.done, part.total());
        return fetch.done < part.total() ? Optional.empty() : Optional.of(keep(fetch));
    }

    /** False for an answer that does not continue what is here. */
    private static boolean take(Fetch fetch, BlobPart part) {
        boolean sound = part.total() <= MAX_BYTES
                && (fetch.done == 0 || part.total() == fetch.bytes.length)
                && part.bytes().length > 0
                && fetch.done + (long) part.bytes().length <= part.total();
        if (sound) {
            if (fetch.done == 0) {
                fetch.bytes = new byte[Math.toIntExact(part.total())];
            }
            System.arraycopy(part.bytes(), 0, fetch.bytes, fetch.done, part.bytes().length);
            fetch.done += part.bytes().length;
        }
        return sound;
    }

    private Outcome keep(Fetch fetch) {
        if (!fetch.sha256.equals(hash(fetch.bytes))) {
            LOG.warn("picture {} came with another content", fetch.sha256);
            return Outcome.DAMAGED;
        }
        // Decoded here, on the network's thread: a save must not wait for that.
        PhotoBytes.Checked picture = photos.check(fetch.sha256, fetch.bytes);
        return steps.call(() -> {
            picture.keep();
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
