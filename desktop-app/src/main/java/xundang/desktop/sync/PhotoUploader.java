package xundang.desktop.sync;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.sync.SyncStatus.Transfer.What;
import xundang.desktop.sync.store.SyncStores;
import xundang.desktop.sync.store.UploadStore.Waiting;
import xundang.model.sync.BlobQuery;
import xundang.model.sync.BlobStatus;
import xundang.model.sync.BlobStatus.Unfinished;

/**
 * Sends the pictures whose records the server has: one after the other on a weak network, some side by side on a good one. A picture counts
 * as held by the server only when a question asked after its completion was answered so.
 */
final class PhotoUploader {
    /** Requirement R8: a weak network loses at most this much of the work. */
    static final int CHUNK_BYTES = PieceSize.FIRST;

    private static final Logger LOG = LoggerFactory.getLogger(PhotoUploader.class);
    private static final int QUERY_LIMIT = 100;

    /** Pictures under way at once, at most: four fill a loopback and leave the laptop usable. */
    private static final int SIDE_BY_SIDE = 4;

    /**
     * Pictures per question on a good network. At the end of each such lot the lanes wait for the last of them; of 32 that is a twentieth of
     * the time, and on the slowest network that counts as good the person sees what has arrived within half a minute.
     */
    private static final int PER_QUESTION = 32;

    private final SyncApi api;
    private final StoreSteps steps;
    private final SyncStores stores;
    private final PhotoBytes photos;
    private final PieceSize pieces;
    private final PhotoSender sender;
    private final HeldPhotosCheck heldCheck;

    PhotoUploader(SyncApi api, StoreSteps steps, SyncStores stores, PhotoBytes photos, Clock clock) {
        this.api = api;
        this.steps = steps;
        this.stores = stores;
        this.photos = photos;
        this.pieces = new PieceSize(clock);
        this.sender = new PhotoSender(api, pieces);
        this.heldCheck = new HeldPhotosCheck(api, steps, stores, photos, clock);
    }

    /** Sends until nothing is left, or until records want to go first. Returns how many pictures could not be sent from here. */
    int upload(StopSign stop, Progress progress) {
        heldCheck.runIfDue(stop);
        Sending on = new Sending(stop, progress);
        Set<String> leftOut = new HashSet<>();
        while (!stop.picturesHeld()) {
            List<Waiting> batch = steps.read(tx -> {
                on.expect(stores.uploads().readyBytes(tx, leftOut));
                return stores.uploads().ready(tx, QUERY_LIMIT, leftOut);
            });
            if (batch.isEmpty() || !sent(batch, on, leftOut)) {
                return leftOut.size();
            }
        }
        return leftOut.size();
    }

    /** False when it stepped aside. Pictures that could not be sent are added to {@code leftOut}. */
    private boolean sent(List<Waiting> batch, Sending on, Set<String> leftOut) {
        BlobStatus status = ask(batch.stream().map(Waiting::sha256).toList(), on.stop);
        Deque<Waiting> rest = new ArrayDeque<>();
        for (Waiting photo : batch) {
            if (status.stored().contains(photo.sha256())) {
                on.through(photo);
            } else {
                rest.add(photo);
            }
        }
        while (!rest.isEmpty()) {
            List<Waiting> next = new ArrayList<>();
            int count = pieces.isLargest() ? PER_QUESTION : 1;
            while (!rest.isEmpty() && next.size() < count) {
                next.add(rest.remove());
            }
            Set<String> held = held(next, status, on);
            for (Waiting photo : next) {
                if (!held.contains(photo.sha256())) {
                    if (on.stepsAside()) {
                        return false;
                    }
                    leftOut.add(photo.sha256());
                }
                on.through(photo);
            }
            if (on.stepsAside()) {
                return false;
            }
        }
        return true;
    }

    /** Sends these and asks about them; returns those that the server holds now. */
    private Set<String> held(List<Waiting> next, BlobStatus status, Sending on) {
        Set<String> whole = ConcurrentHashMap.newKeySet();
        Queue<Waiting> queue = new ConcurrentLinkedQueue<>(next);
        Runnable lane = () -> drain(queue, status, on, whole);
        steps.sideBySide(Collections.nCopies(Math.min(SIDE_BY_SIDE, next.size()), lane));
        if (whole.isEmpty()) {
            return Set.of();
        }
        Set<String> held = Set.copyOf(ask(List.copyOf(whole), on.stop).stored());
        whole.stream()
                .filter(sha256 -> !held.contains(sha256))
                .forEach(sha256 -> LOG.warn("picture {} was sent but the server does not hold it", sha256));
        return held;
    }

    /** What one lane does: sends pictures until there are no more, something else goes first, or another lane met a fault. */
    private void drain(Queue<Waiting> queue, BlobStatus status, Sending on, Set<String> whole) {
        boolean wellEnded = false;
        try {
            while (!on.stepsAside()) {
                Waiting photo = queue.poll();
                if (photo == null) {
                    break;
                }
                if (sent(photo, unfinished(status, photo), on)) {
                    whole.add(photo.sha256());
                }
            }
            wellEnded = true;
        } finally {
            if (!wellEnded) {
                on.broken = true;
            }
        }
    }

    private boolean sent(Waiting photo, Optional<String> begun, Sending on) {
        Optional<byte[]> bytes = steps.call(() -> photos.original(photo.sha256()));
        if (bytes.isEmpty()) {
            LOG.error("picture {} is not intact here and cannot be sent", photo.sha256());
            return false;
        }
        return sender.send(photo, bytes.get(), begun, on);
    }

    /** Asks, and believes what is answered. */
    private BlobStatus ask(List<String> sha256, StopSign stop) {
        stop.check();
        BlobStatus status = api.queryBlobs(new BlobQuery(sha256));
        List<String> stored = status.stored().stream().filter(sha256::contains).toList();
        if (!stored.isEmpty()) {
            steps.call(() -> {
                stored.forEach(photos::confirmedByServer);
                return true;
            });
            steps.write(tx -> {
                stores.uploads().stored(tx, stored);
                return true;
            });
        }
        return status;
    }

    private static Optional<String> unfinished(BlobStatus status, Waiting photo) {
        return status.unfinished().stream()
                .filter(begun -> begun.sha256().equals(photo.sha256()))
                .map(Unfinished::uploadUrl)
                .findFirst();
    }

    /** One upload of many pictures: who may stop it, and how far it is. Several lanes share it. */
    private static final class Sending implements PhotoSender.Watch {
        private final StopSign stop;
        private final Progress progress;
        private final Map<String, Long> underWay = new HashMap<>();
        private long done;
        private long left;
        private volatile boolean broken;

        Sending(StopSign stop, Progress progress) {
            this.stop = stop;
            this.progress = progress;
        }

        @Override
        public void check() {
            stop.check();
        }

        /** Records go first, nothing goes on a network where the person wants no pictures, and one lane's fault is every lane's. */
        @Override
        public boolean stepsAside() {
            return broken || stop.recordsWait() || stop.picturesHeld();
        }

        synchronized void expect(long bytes) {
            left = bytes;
        }

        @Override
        public synchronized void at(Waiting photo, long offset) {
            underWay.put(photo.sha256(), offset);
            long moving = underWay.values().stream().mapToLong(Long::longValue).sum();
            progress.at(What.SENDING_PICTURES, done + moving, Math.max(done + left, done + moving));
        }

        synchronized void through(Waiting photo) {
            underWay.remove(photo.sha256());
            done += photo.size();
            left = Math.max(0, left - photo.size());
        }
    }
}
