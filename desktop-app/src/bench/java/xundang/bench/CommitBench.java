package xundang.bench;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;
import xundang.desktop.platform.crypto.DataKey;
import xundang.desktop.platform.db.H2LocalDatabase;
import xundang.desktop.platform.db.LocalChange;
import xundang.desktop.platform.files.DataFolder;
import xundang.model.json.ModelJson;

/** How long a field's commit takes until it is durable: journal, database, both forced to disk. */
final class CommitBench implements Bench {
    private static final int WARM_UP = 200;
    private static final int REPETITIONS = 1000;
    private static final double GOAL_MS = 150;

    @Override
    public String name() {
        return "commit";
    }

    @Override
    public List<Row> run(Path folder) throws Exception {
        Percentiles ours = ours(folder.resolve("ours"));
        Percentiles lax = h2Default(folder.resolve("h2"));
        Percentiles force = bareForce(folder.resolve("force"));
        return List.of(
                Row.of("field commit to durable, median", ours.median(), "ms"),
                Row.atMost("field commit to durable, p99", ours.p99(), "ms", GOAL_MS),
                Row.of("600 B append + fdatasync alone, median", force.median(), "ms"),
                Row.of("field commit ÷ bare append + fdatasync, medians", ours.median() / force.median(), "×"),
                Row.of("H2 default commit (not durable), median", lax.median(), "ms"),
                Row.of("field commit ÷ H2 default commit, medians", ours.median() / lax.median(), "×"));
    }

    private static Percentiles ours(Path folder) throws Exception {
        DataFolder data = new DataFolder(folder);
        data.prepare();
        try (DataKey key = DataKey.fresh(new SecureRandom())) {
            if (!(H2LocalDatabase.open(data, key, Clock.systemUTC())
                    instanceof H2LocalDatabase.Opening.Opened opened)) {
                throw new IllegalStateException("a fresh ledger does not open");
            }
            try (H2LocalDatabase database = opened.database()) {
                database.register(
                        "bench.reading",
                        (tx, change) -> tx.dsl()
                                .execute(
                                        "merge into meta (name, val) key (name) values (?, ?)",
                                        change.body().get("slot").stringValue(),
                                        change.body().toString()));
                database.recover();
                UUID inspection = new UUID(7, 7);
                return Percentiles.of(
                        WARM_UP,
                        REPETITIONS,
                        i -> database.commit(new LocalChange("bench.reading", inspection, reading(i))));
            }
        }
    }

    private static ObjectNode reading(int number) {
        return ModelJson.mapper()
                .createObjectNode()
                .put("slot", "M%02d".formatted(number % 29))
                .put("value", "230." + number)
                .put("recorded_at", "2026-08-03T14:05:00+08:00")
                .put("note", "示例".repeat(40));
    }

    private static Percentiles h2Default(Path folder) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("plain"), "sa", "")) {
            connection.createStatement().execute("create table meta (name varchar(60) primary key, val varchar(4000))");
            connection.setAutoCommit(false);
            try (PreparedStatement merge =
                    connection.prepareStatement("merge into meta (name, val) key (name) values (?, ?)")) {
                return Percentiles.of(WARM_UP, REPETITIONS, i -> {
                    merge.setString(1, "M%02d".formatted(i % 29));
                    merge.setString(2, reading(i).toString());
                    merge.executeUpdate();
                    connection.commit();
                });
            }
        }
    }

    private static Percentiles bareForce(Path file) throws Exception {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND)) {
            ByteBuffer frame = ByteBuffer.allocate(600);
            return Percentiles.of(WARM_UP, REPETITIONS, i -> {
                channel.write(frame.clear());
                channel.force(false);
            });
        }
    }
}
