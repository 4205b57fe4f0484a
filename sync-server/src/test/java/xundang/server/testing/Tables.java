package xundang.server.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands in the tables that a request of a laptop can change; for comparing before and after. */
public final class Tables {
    private static final List<String> NAMES = List.of(
            "ledger_record",
            "change_index",
            "sync_head",
            "sync_commit",
            "op_result",
            "held_op",
            "asset_view",
            "audit",
            "blob_state");

    private Tables() {}

    /** All rows as text, by table. */
    public static Map<String, String> of(TestServer server) {
        return server.graph().database().read(tx -> {
            Map<String, String> tables = new LinkedHashMap<>();
            NAMES.forEach(name -> tables.put(
                    name,
                    tx.dsl()
                            .fetch("select * from " + name + " order by 1, 2, 3")
                            .formatCSV()));
            tables.put(
                    "device",
                    tx.dsl()
                            .fetch("select device_id, last_op_seq, backed_up_op_seq from device order by 1")
                            .formatCSV());
            return tables;
        });
    }
}
