package xundang.desktop.sync;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import xundang.desktop.sync.http.HttpSyncApi;
import xundang.model.account.DeviceId;
import xundang.model.account.UserId;
import xundang.model.sync.FieldChange;

/**
 * The program of a laptop that a test kills. {@code save FOLDER USER DEVICE}: saves objects without end and prints the number of each that was
 * acknowledged. {@code pull FOLDER USER DEVICE URL TOKEN}: syncs in small pages without end.
 */
final class SavingChild {
    private static final int PAGE = 3;

    private SavingChild() {}

    public static void main(String[] args) throws IOException {
        TestLedger ledger = new TestLedger(Path.of(args[1]));
        ledger.user = new UserId(UUID.fromString(args[2]));
        ledger.device = new DeviceId(UUID.fromString(args[3]));
        if (args[0].equals("save")) {
            save(ledger);
        } else {
            SyncApi small = SmallPages.of(new HttpSyncApi(args[4], () -> args[5]), PAGE);
            System.out.println("READY");
            while (true) {
                ledger.engine(small).round(RecordsSyncTest.sign(false));
            }
        }
    }

    private static void save(TestLedger ledger) {
        for (long number = 1; true; number++) {
            Map<String, FieldChange> set =
                    new LinkedHashMap<>(TestLedger.set("asset_no", null, "UPS-%06d".formatted(number)));
            set.putAll(TestLedger.set("category", null, "ups_host"));
            set.putAll(TestLedger.set("name", null, "UPS主机"));
            ledger.queue(ledger.op("asset.create", number, set));
            System.out.println(number);
        }
    }
}
