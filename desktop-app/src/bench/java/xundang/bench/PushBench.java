package xundang.bench;

import java.nio.file.Path;
import java.util.ArrayList;
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
 * Submitted UPS inspections (29 readings each) from a laptop into the server, over real HTTP, durable, against {@link BareInsert}; then the
 * same number from 50 laptops at once against one.
 */
final class PushBench implements Bench {
    private static final int INSPECTIONS = Integer.getInteger("bench.inspections", 10_000);
    private static final int ROUNDS = 4;
    private static final int WARM_UPS = 4;

    /** Inspections in a push of 512 KiB. */
    private static final int SMALL_COMMIT = 90;

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
            Alone one = alone(server, laptop, folder);
            double many = fifty(server);
            return List.of(
                    rate("bare durable insert of the JSON of %,d inspections", one.bare()),
                    rate("the same in commits of 512 KiB", one.bareInSmall()),
                    rate("bare durable insert of the rows that the server keeps of them", one.rows()),
                    rate("push of the first %,d inspections after the start, one laptop", one.first()),
                    rate("push of %,d inspections, one laptop", one.ours()),
                    Row.atMost("push ÷ bare durable insert of the JSON, times", one.ours() / one.bare(), "×", GOAL),
                    Row.of("push ÷ the same in commits of 512 KiB, times", one.ours() / one.bareInSmall(), "×"),
                    Row.of("push ÷ bare durable insert of the server's rows, times", one.ours() / one.rows(), "×"),
                    rate("push of %,d inspections, 50 laptops at once", many),
                    Row.atLeast("50 laptops ÷ one laptop, rates", one.ours() / many, "×", LEAST_SHARE));
        }
    }

    private static Row rate(String name, double seconds) {
        return Row.of(name.formatted(INSPECTIONS), INSPECTIONS / seconds, "1/s");
    }

    /** Seconds of each way. */
    private record Alone(double first, double bare, double bareInSmall, double rows, double ours) {}

    /**
     * They take turns, because the machine may be busier at one time than at another. Both are warmed up before: a server runs for months,
     * and its code is compiled for good only after some ten thousand inspections.
     */
    private static Alone alone(BenchServer server, BenchLaptop laptop, Path folder) throws Exception {
        double first = 0;
        double bareSeconds = 0;
        double bareInSmall = 0;
        double rowsSeconds = 0;
        double ours = 0;
        try (BareInsert bare = new BareInsert(folder.resolve("bare"), folder.resolve("rows"), server.database())) {
            for (int round = -WARM_UPS * ROUNDS; round < ROUNDS; round++) {
                List<Op> ops = inspections(server, laptop, INSPECTIONS / ROUNDS);
                List<List<Op>> batches = laptop.batches(ops);
                int perCommit = batches.getFirst().size();
                double bareRound = bare.documents(ops, Op::recId, perCommit);
                double smallRound = bare.documents(ops, Op::opId, SMALL_COMMIT);
                double oursRound = seconds(() -> laptop.send(batches));
                double rowsRound = bare.rows(ops, perCommit);
                first += round < -(WARM_UPS - 1) * ROUNDS ? oursRound : 0;
                if (round >= 0) {
                    bareSeconds += bareRound;
                    bareInSmall += smallRound;
                    ours += oursRound;
                    rowsSeconds += rowsRound;
                }
            }
        }
        return new Alone(first, bareSeconds, bareInSmall, rowsSeconds, ours);
    }

    private static double fifty(BenchServer server) throws Exception {
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            server.inspector("many" + i);
            BenchLaptop laptop = server.laptop("many" + i);
            List<Op> ops = inspections(server, laptop, INSPECTIONS / CLIENTS);
            List<List<Op>> batches = laptop.batches(ops);
            work.add(() -> {
                laptop.send(batches);
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
