package xundang.desktop.sync.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import xundang.desktop.platform.i18n.Language;
import xundang.desktop.sync.SyncStatus;
import xundang.desktop.sync.SyncStatus.Connection;
import xundang.desktop.sync.SyncStatus.Transfer;
import xundang.desktop.testing.Desk;

class SyncWordsTest {
    private static final Instant CONTACT = Instant.parse("2026-11-21T02:42:00Z");

    private final Desk desk = new Desk();
    private final SyncWords words = new SyncWords(desk.texts);

    private static SyncStatus status(Connection connection, int records, int photos, Long offset) {
        return new SyncStatus(connection, records, photos, 0, CONTACT, offset, null);
    }

    @Test
    void theLineSaysConnectionWaitingAndLastContact() {
        assertThat(words.line(status(Connection.OFF, 3, 14, 0L))).isEqualTo("离线 · 3 条记录、14 张照片待发送 · 上次联系 10:42");
    }

    @Test
    void theLineIsEnglishOnceTheLanguageIsSwitched() {
        desk.texts.languageProperty().set(Language.EN);
        assertThat(words.line(status(Connection.OFF, 3, 14, 0L)))
                .isEqualTo("Offline · 3 records, 14 photos waiting · last contact 10:42");
    }

    @Test
    void whatNeedsAPersonIsSaid() {
        SyncStatus status = new SyncStatus(Connection.REACHED, 0, 0, 2, CONTACT, 0L, null);
        assertThat(words.line(status)).isEqualTo("在线 · 没有待发送的内容 · 2 条需处理 · 上次联系 10:42");
    }

    @Test
    void aFailedAttemptShowsItsCode() {
        SyncStatus status = new SyncStatus(Connection.UNREACHABLE, 1, 0, 0, null, null, "E-SYNC-301");
        assertThat(words.line(status)).isEqualTo("连不上服务器（E-SYNC-301） · 1 条记录待发送 · 尚未联系过服务器");
    }

    @Test
    void driftIsSaidOnlyAboveThirtySeconds() {
        assertThat(words.drift(status(Connection.REACHED, 0, 0, 30_000L))).isEmpty();
        assertThat(words.drift(status(Connection.REACHED, 0, 0, 80_000L))).contains("本机时钟快 1:20");
        assertThat(words.drift(status(Connection.REACHED, 0, 0, -31_000L))).contains("本机时钟慢 0:31");
    }

    @Test
    void aReceiptSaysHowManyPhotosTheServerHolds() {
        assertThat(words.receipt(desk.waiting.receipts.getFirst())).isEqualTo("服务器已收 1 条记录、14/14 张照片，校验一致 · 10:42");
        assertThat(words.receipt(desk.waiting.receipts.get(1))).isEqualTo("服务器已收 1 条记录、4/6 张照片，其余照片待发送 · 10:41");
        assertThat(words.receipt(desk.waiting.receipts.get(2))).isEqualTo("服务器已收 2 条记录 · 2026-11-20 周五 16:15");
    }

    @Test
    void aTransferSaysBytesOrRecordsAndTheTimeLeft() {
        assertThat(words.transfer(new Transfer(Transfer.What.SENDING_PICTURES, 12_400_000, 42_000_000, 200L)))
                .isEqualTo("上传照片 12.4\u2009MB / 42.0\u2009MB · 还需约 3:20");
        assertThat(words.transfer(new Transfer(Transfer.What.FETCHING_LEDGER, 1200, 98000, null)))
                .isEqualTo("下载台账 1200 / 98,000 条");
    }
}
