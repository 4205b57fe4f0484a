package xundang.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import xundang.model.inspection.RecordHash;
import xundang.model.json.ModelJson;
import xundang.model.sync.FieldChange;
import xundang.model.sync.Op;
import xundang.model.sync.OpKind;
import xundang.model.sync.RecordType;

/**
 * Submitted UPS inspections (29 readings each) from a laptop into the server, over real HTTP, durable, against the bare durable insert of
 * the same JSON into one table of the same kind of database; then the same number from 50 laptops at once against one.
 */
final class PushBench implements Bench {
    private static final int INSPECTIONS = Integer.getInteger("bench.inspections", 10_000);
    private static final int WARM_UP = Math.max(100, INSPECTIONS / 10);
    private static final int CLIENTS = 50;
    private static final int READINGS = 29;
    private static final double GOAL = 1.5;
    private static final double LEAST_SHARE = 0.75;

    @Override
    public String name() {
        return "push";
    }

    @Override
    public List<Row> run(Path folder) throws Exception {
        try (BenchServer server = new BenchServer(folder.resolve("server"))) {
            server.inspector("one");
            BenchLaptop laptop = server.laptop("one");
            laptop.push(inspections(server, laptop, WARM_UP));
            Alone one = alone(server, laptop, folder);
            double many = fifty(server);
            return List.of(
                    Row.of(
                            "bare durable insert of %,d inspections".formatted(INSPECTIONS),
                            INSPECTIONS / one.bare(),
                            "1/s"),
                    Row.of(
                            "push of %,d inspections, one laptop".formatted(INSPECTIONS),
                            INSPECTIONS / one.ours(),
                            "1/s"),
                    Row.atMost("push ÷ bare durable insert, times", one.ours() / one.bare(), "×", GOAL),
                    Row.of(
                            "push of %,d inspections, 50 laptops at once".formatted(INSPECTIONS),
                            INSPECTIONS / many,
                            "1/s"),
                    Row.atLeast("50 laptops ÷ one laptop, rates", one.ours() / many, "×", LEAST_SHARE));
        }
    }

    /** Seconds of each way. */
    private record Alone(double bare, double ours) {}

    /** The bare insert before and after, because the machine may be busier at one time than at another. */
    private static Alone alone(BenchServer server, BenchLaptop laptop, Path folder) throws Exception {
        List<Op> ops = inspections(server, laptop, INSPECTIONS);
        double before = seconds(() -> bareInsert(folder.resolve("bare"), ops));
        double ours = seconds(() -> laptop.push(ops));
        double after = seconds(() -> bareInsert(folder.resolve("bare-again"), ops));
        return new Alone((before + after) / 2, ours);
    }

    /** The same JSON, in commits as large as a push, forced to disk after each. */
    private static void bareInsert(Path file, List<Op> ops) throws Exception {
        String url = "jdbc:h2:file:" + file + ";WRITE_DELAY=0;REUSE_SPACE=FALSE;TRACE_LEVEL_FILE=0";
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create table inspection (id uuid primary key, fields text not null)");
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("insert into inspection values (?, ?)")) {
                int bytes = 0;
                int rows = 0;
                for (Op op : ops) {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    op.set().forEach((name, change) -> fields.put(name, change.to()));
                    String json = ModelJson.mapper().writeValueAsString(fields);
                    insert.setObject(1, op.recId());
                    insert.setString(2, json);
                    insert.addBatch();
                    bytes += json.length();
                    if (++rows == 500 || bytes > 500 * 1024) {
                        insert.executeBatch();
                        connection.commit();
                        statement.execute("checkpoint sync");
                        rows = 0;
                        bytes = 0;
                    }
                }
                insert.executeBatch();
                connection.commit();
                statement.execute("checkpoint sync");
            }
        }
    }

    private static double fifty(BenchServer server) throws Exception {
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            server.inspector("many" + i);
            BenchLaptop laptop = server.laptop("many" + i);
            List<Op> ops = inspections(server, laptop, INSPECTIONS / CLIENTS);
            work.add(() -> {
                laptop.push(ops);
                return true;
            });
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(CLIENTS)) {
            return seconds(() -> {
                for (Future<Boolean> done : pool.invokeAll(work)) {
                    done.get();
                }
            });
        }
    }

    private static List<Op> inspections(BenchServer server, BenchLaptop laptop, int number) {
        List<Op> ops = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            UUID id = server.ids.next();
            ops.add(laptop.op(OpKind.INSPECTION_CREATE, RecordType.INSPECTION, id, id, body(server, laptop, i)));
        }
        return ops;
    }

    private static Map<String, FieldChange> body(BenchServer server, BenchLaptop laptop, int number) {
        ObjectNode body = ModelJson.mapper().createObjectNode();
        body.put("asset_id", server.asset.toString())
                .put("template_id", "ups-m")
                .put("template_version", 1)
                .put("started_at", "2026-08-03T14:05:00+08:00")
                .put("submitted_at", "2026-08-03T14:25:00+08:00")
                .put("inspector_id", laptop.enrolment.userId().toString())
                .put("inspector_name", laptop.enrolment.displayName())
                .put("device_id", laptop.enrolment.deviceId().toString())
                .put("clock_offset_ms", 0)
                .put("verdict", "normal");
        body.putObject("observed").put("phases", "3");
        ArrayNode readings = body.putArray("readings");
        for (int slot = 1; slot <= READINGS; slot++) {
            ObjectNode reading = readings.addObject();
            reading.put("slot", "M%02d".formatted(slot))
                    .put("verdict", "normal")
                    .put("recorded_at", "2026-08-03T14:%02d:30+08:00".formatted(5 + slot / 2));
            reading.putArray("photos");
            reading.putObject("value").put("kind", "number").put("number", "%d.%d".formatted(220 + slot, number % 10));
        }
        body.put("record_hash", RecordHash.of(body));
        return BenchServer.set(ModelJson.mapper().convertValue(body, new TypeReference<Map<String, Object>>() {}));
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }
}
