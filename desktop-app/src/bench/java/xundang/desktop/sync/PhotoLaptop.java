package xundang.desktop.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.desktop.sync.http.HttpSyncApi;
import xundang.model.json.ModelJson;
import xundang.model.sync.BlobQuery;
import xundang.model.sync.EnrolResponse;
import xundang.model.sync.FieldChange;

/** A laptop with the product's engine on a real encrypted store, and pictures in memory, so that only the sending is measured. */
public final class PhotoLaptop implements AutoCloseable {
    private final TestLedger ledger;
    private final SyncApi api;
    private final SyncEngine engine;
    private final EnrolResponse enrolment;
    private long made;

    public PhotoLaptop(Path folder, String url, EnrolResponse enrolment, BackgroundTasks tasks) throws Exception {
        this.enrolment = enrolment;
        ledger = new TestLedger(folder);
        ledger.user = enrolment.userId();
        ledger.device = enrolment.deviceId();
        ledger.opIds = enrolment.deviceId().value().getMostSignificantBits();
        // Record ids of two laptops must differ too.
        made = enrolment.deviceId().value().getLeastSignificantBits() & 0xFFFF_FFFF_0000L;
        api = new HttpSyncApi(url, enrolment::token);
        engine = new SyncEngine(
                api,
                new StoreSteps(ledger.database, tasks),
                ledger.stores,
                ledger.photos,
                ledger.identity(),
                Clock.systemUTC());
    }

    /** Adds a picture of an object that the server knows. */
    public void take(byte[] picture, UUID asset) {
        long record = ++made;
        Map<String, FieldChange> set =
                new LinkedHashMap<>(ledger.photo(record, picture).set());
        Map.of(
                        "width",
                        8,
                        "height",
                        8,
                        "asset_id",
                        asset.toString(),
                        "added_at",
                        "2026-11-21T10:00:00+08:00",
                        "person_id",
                        enrolment.userId().toString(),
                        "person_name",
                        enrolment.displayName())
                .forEach((field, value) ->
                        set.put(field, new FieldChange(null, ModelJson.mapper().valueToTree(value))));
        ledger.queue(ledger.op("photo.attach", record, set));
    }

    /** One round of the engine: records, and pictures if wanted. */
    public void round(boolean pictures) {
        RoundOutcome outcome = engine.round(new StopSign() {
            @Override
            public boolean stopped() {
                return false;
            }

            @Override
            public boolean recordsWait() {
                return false;
            }

            @Override
            public boolean picturesHeld() {
                return !pictures;
            }
        });
        if (!(outcome instanceof RoundOutcome.Done)) {
            throw new IllegalStateException("the round failed: " + outcome);
        }
    }

    /** Lets go of the pictures that it holds in memory; for those that have been sent. */
    public void forgetPictures() {
        ledger.photos.kept.clear();
    }

    /** How many of these pictures the server says that it holds. */
    public int held(List<String> sha256) {
        int held = 0;
        for (int from = 0; from < sha256.size(); from += 100) {
            held += api.queryBlobs(new BlobQuery(sha256.subList(from, Math.min(sha256.size(), from + 100))))
                    .stored()
                    .size();
        }
        return held;
    }

    /** Pictures that the server has not confirmed. */
    public int waiting() {
        return ledger.read(tx -> ledger.stores.subjects().counts(tx)).photos();
    }

    @Override
    public void close() {
        ledger.close();
    }
}
