package xundang.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import xundang.model.sync.EnrolResponse;
import xundang.model.sync.FeedCursor;
import xundang.model.sync.OpKind;
import xundang.model.sync.RecordType;

/** What laptops cost that have nothing to say, and what happens when thousands come back in the same second. */
final class FleetBench implements Bench {
    private static final int DEVICES = Integer.getInteger("bench.devices", 5_000);
    private static final int DEVICES_PER_PERSON = 10;
    private static final int CHANGES = 200;
    private static final int HEAP_MB = 512;
    private static final int GOAL_AN_HOUR = 60;

    @Override
    public String name() {
        return "fleet";
    }

    @Override
    public List<Row> run(Path folder) throws Exception {
        Path data = folder.resolve("server");
        List<Row> rows = new ArrayList<>();
        List<EnrolResponse> devices;
        FeedCursor left;
        try (BenchServer server = new BenchServer(data)) {
            server.inspector("idle");
            IdleHour.Cost hour = new IdleHour().measure(server, server.laptop("idle"), folder.resolve("idle"));
            rows.add(Row.atMost("requests of an idle laptop in an hour", hour.requests(), "1/h", GOAL_AN_HOUR));
            rows.add(Row.of("traffic of an idle laptop in an hour, both ways", hour.bytes() / 1024.0, "KB/h"));
            devices = enrol(server);
            left = server.laptop("owner").api().changes(null, CHANGES).cursor();
            change(server);
        }
        Path collections = folder.resolve("gc.log");
        try (ChildServer server = new ChildServer(data, collections, HEAP_MB)) {
            Reconnection.Outcome all = new Reconnection(server.url(), left, CHANGES).run(devices);
            rows.add(Row.of("%,d laptops back at once, until the last is done".formatted(DEVICES), all.seconds(), "s"));
            rows.add(Row.of("requests answered meanwhile", all.requests() / all.seconds(), "1/s"));
            rows.add(Row.of("of these: come back later (429, 503 with Retry-After)", all.later(), ""));
            rows.add(Row.atMost("of these: any other refusal, or no answer", all.other(), "", 0));
            rows.add(Row.atLeast("laptops that have everything at the end", all.done(), "", DEVICES));
            rows.add(Row.atMost(
                    "fullest heap of the server, of %d MB".formatted(HEAP_MB), server.fullestHeap(), "MB", HEAP_MB));
        }
        return rows;
    }

    private static List<EnrolResponse> enrol(BenchServer server) {
        List<EnrolResponse> devices = new ArrayList<>();
        for (int i = 0; i < DEVICES; i++) {
            String login = "fleet" + i / DEVICES_PER_PERSON;
            if (i % DEVICES_PER_PERSON == 0) {
                server.inspector(login);
            }
            devices.add(server.enrol(login));
        }
        return devices;
    }

    /** What they have missed. */
    private static void change(BenchServer server) {
        BenchLaptop owner = server.laptop("owner");
        owner.push(IntStream.range(0, CHANGES)
                .mapToObj(i -> owner.op(
                        new OpKind("asset.create"),
                        RecordType.ASSET,
                        server.ids.next(),
                        null,
                        BenchServer.set(Map.of(
                                "asset_no",
                                "UPS-1%05d".formatted(i),
                                "category",
                                "ups_host",
                                "name",
                                "示例主机 " + i,
                                "sample",
                                true))))
                .toList());
    }
}
