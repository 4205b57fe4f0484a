package xundang.desktop.sync.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.sync.SyncDesk.Receipt;
import xundang.desktop.sync.SyncStatus;
import xundang.desktop.sync.SyncStatus.Transfer;

/** Says the sync status in words: {@code 离线 · 3 条记录、14 张照片待发送 · 上次联系 10:42}. */
public final class SyncWords {
    private static final Duration DRIFT_WORTH_SAYING = Duration.ofSeconds(30);

    private final UiTexts texts;

    public SyncWords(UiTexts texts) {
        this.texts = texts;
    }

    /** The whole line for the status bar. */
    public String line(SyncStatus status) {
        List<String> parts = new ArrayList<>();
        parts.add(connection(status));
        parts.add(waiting(status));
        if (status.needsAttention() > 0) {
            parts.add(texts.get("sync.words.attention", status.needsAttention()));
        }
        parts.add(lastContact(status));
        return String.join(" · ", parts);
    }

    /** What is known about the connection; with the code of the problem if the last attempt failed. */
    public String connection(SyncStatus status) {
        String word = texts.get(
                switch (status.connection()) {
                    case OFF -> "sync.words.off";
                    case UNREACHABLE -> "sync.words.unreachable";
                    case WORKING -> "sync.words.working";
                    case REACHED -> "sync.words.reached";
                    case LOGIN_NEEDED -> "sync.words.loginNeeded";
                });
        return status.problemCode() == null ? word : texts.get("sync.words.withCode", word, status.problemCode());
    }

    /** What is still on its way. */
    public String waiting(SyncStatus status) {
        if (status.recordsWaiting() == 0 && status.photosWaiting() == 0) {
            return texts.get("sync.words.nothingWaiting");
        }
        if (status.photosWaiting() == 0) {
            return texts.get("sync.words.recordsWaiting", status.recordsWaiting());
        }
        if (status.recordsWaiting() == 0) {
            return texts.get("sync.words.photosWaiting", status.photosWaiting());
        }
        return texts.get("sync.words.bothWaiting", status.recordsWaiting(), status.photosWaiting());
    }

    /** When the server last answered completely. */
    public String lastContact(SyncStatus status) {
        Instant at = status.lastContact();
        return at == null
                ? texts.get("sync.words.neverContacted")
                : texts.get(
                        "sync.words.lastContact",
                        texts.times().recent(texts.language(), at, texts.clock().instant()));
    }

    /** How far the laptop's clock is off, once that is more than 30 s. */
    public Optional<String> drift(SyncStatus status) {
        Long offset = status.clockOffsetMs();
        if (offset == null) {
            return Optional.empty();
        }
        Duration drift = Duration.ofMillis(offset);
        if (drift.abs().compareTo(DRIFT_WORTH_SAYING) <= 0) {
            return Optional.empty();
        }
        String amount = texts.times().minutes(drift.abs());
        return Optional.of(texts.get(drift.isNegative() ? "sync.words.clockSlow" : "sync.words.clockFast", amount));
    }

    /** A receipt: {@code 服务器已收 1 条记录、14/14 张照片，校验一致 · 10:42}. */
    public String receipt(Receipt receipt) {
        String at = texts.times()
                .recent(texts.language(), receipt.confirmedAt(), texts.clock().instant());
        if (receipt.photos() == 0) {
            return texts.get("sync.receipts.records", receipt.records(), at);
        }
        String key = receipt.complete() ? "sync.receipts.whole" : "sync.receipts.part";
        return texts.get(key, receipt.records(), receipt.photosHeld(), receipt.photos(), at);
    }

    /** A long transfer: {@code 上传照片 12.4 MB / 42.0 MB · 还需约 3:20}. */
    public String transfer(Transfer transfer) {
        boolean records = transfer.what() == Transfer.What.FETCHING_LEDGER;
        String moved = texts.get(
                "sync.transfer.moved",
                texts.get("sync.transfer." + transfer.what().name()),
                records ? Long.toString(transfer.done()) : Sizes.of(transfer.done()),
                records ? texts.get("sync.transfer.records", transfer.total()) : Sizes.of(transfer.total()));
        Long left = transfer.secondsLeft();
        return left == null
                ? moved
                : moved + " · " + texts.get("sync.transfer.left", texts.times().minutes(Duration.ofSeconds(left)));
    }
}
