package xundang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.desktop.platform.tasks.LaptopTasks;
import xundang.desktop.sync.PhotoLaptop;
import xundang.server.platform.digest.Sha256;

/**
 * Sending pictures over loopback: the product's engine, client and server, against a bare HTTP PUT of the same bytes to a file that is forced
 * to disk. The two take turns, so that a busy machine slows both. {@code BENCH_PHOTOS} in the environment sets another count than 200.
 */
final class PhotoBench implements Bench {
    private static final int COUNT = Integer.parseInt(System.getenv().getOrDefault("BENCH_PHOTOS", "200"));

    /** As long as the measuring: the server's code for a picture is compiled for good only after some hundred of them. */
    private static final int WARM_UP_ROUNDS = 5;

    /** The product sends all of them in one round; here they must fit into the memory together. */
    private static final int ROUNDS = 5;

    private static final int SIZE = 3_000_000;
    private static final double GOAL = 0.8;

    /** Everything on the caller's thread but the store's work, as the product does with one picture at a time. */
    private record OneByOne(LaptopTasks tasks) implements BackgroundTasks {
        @Override
        public <T> void store(
                java.util.concurrent.Callable<T> work,
                java.util.function.Consumer<? super T> onDone,
                java.util.function.Consumer<? super Exception> onFailed) {
            tasks.store(work, onDone, onFailed);
        }

        @Override
        public <T> void network(
                java.util.concurrent.Callable<T> work,
                java.util.function.Consumer<? super T> onDone,
                java.util.function.Consumer<? super Exception> onFailed) {
            tasks.network(work, onDone, onFailed);
        }
    }

    @Override
    public String name() {
        return "photos";
    }

    @Override
    public List<Row> run(Path folder) throws Exception {
        List<Row> rows = new ArrayList<>();
        try (BenchServer server = new BenchServer(folder.resolve("server"));
                BarePut bare = new BarePut(folder.resolve("bare"));
                LaptopTasks tasks = new LaptopTasks(Runnable::run)) {
            rows.addAll(compare("one by one", server, bare, new OneByOne(tasks), 1, folder));
            rows.addAll(compare("four at a time", server, bare, tasks, 4, folder));
        }
        return rows;
    }

    private static List<Row> compare(
            String how, BenchServer server, BarePut bare, BackgroundTasks tasks, int lanes, Path folder)
            throws Exception {
        server.inspector("photos" + lanes);
        Random random = new Random(lanes);
        double ours = 0;
        double theirs = 0;
        try (PhotoLaptop laptop = new PhotoLaptop(
                Files.createDirectories(folder.resolve("laptop" + lanes)),
                server.running.url(),
                server.laptop("photos" + lanes).enrolment,
                tasks)) {
            for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                List<byte[]> pictures = pictures(random, COUNT / ROUNDS);
                send(laptop, pictures, server);
                bare.put(pictures, lanes);
            }
            for (int round = 0; round < ROUNDS; round++) {
                List<byte[]> pictures = pictures(random, COUNT / ROUNDS);
                ours += send(laptop, pictures, server);
                theirs += bare.put(pictures, lanes);
            }
        }
        double bytes = (double) COUNT / ROUNDS * ROUNDS * SIZE / 1e6;
        return List.of(
                Row.of(COUNT + " photos of 3 MB, " + how, bytes / ours, "MB/s"),
                Row.of("bare HTTP PUT with fsync, " + how, bytes / theirs, "MB/s"),
                Row.atLeast("photos ÷ bare PUT, rates, " + how, theirs / ours, "×", GOAL));
    }

    /** Seconds for the pictures alone; their records are with the server before. */
    private static double send(PhotoLaptop laptop, List<byte[]> pictures, BenchServer server) {
        pictures.forEach(picture -> laptop.take(picture, server.asset));
        laptop.round(false);
        long begin = System.nanoTime();
        laptop.round(true);
        double seconds = (System.nanoTime() - begin) / 1e9;
        List<String> sent = pictures.stream().map(Sha256::hex).toList();
        if (laptop.waiting() != 0 || laptop.held(sent) != sent.size()) {
            throw new IllegalStateException("the server does not hold every picture");
        }
        laptop.forgetPictures();
        return seconds;
    }

    private static List<byte[]> pictures(Random random, int count) throws IOException {
        List<byte[]> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] picture = new byte[SIZE];
            random.nextBytes(picture);
            pictures.add(picture);
        }
        return pictures;
    }
}
