package xundang.bench;

import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import xundang.desktop.tag.Hardship;
import xundang.desktop.tag.LabelScene;
import xundang.desktop.tag.TagReader;
import xundang.desktop.tag.ZxingDefault;
import xundang.desktop.tag.ZxingTagReader;

/**
 * Labels in pictures that are hard to read: how many are read, against ZXing's own call on the same pictures, and how long a picture of
 * twelve million pixels takes. The time is that of one core, so that what else the machine does is not counted.
 */
final class DecodeBench implements Bench {
    private static final int PICTURES = 25;
    private static final int LARGE = 4;
    private static final double GOAL_MS = 250;
    private static final double GOAL_RATIO = 1.5;

    private final TagReader reader = new ZxingTagReader();

    @Override
    public String name() {
        return "decode";
    }

    @Override
    public List<Row> run(Path folder) {
        List<Row> rows = new ArrayList<>();
        int read = 0;
        int readByZxing = 0;
        int all = 0;
        for (Hardship hardship : Hardship.values()) {
            int own = 0;
            int zxing = 0;
            for (int number = 0; number < PICTURES; number++) {
                Hardship.Case one = hardship.make(number);
                own += reader.read(one.picture()).contains(one.text()) ? 1 : 0;
                zxing += ZxingDefault.read(one.picture())
                                .filter(one.text()::equals)
                                .isPresent()
                        ? 1
                        : 0;
            }
            rows.add(Row.of("labels read, %s".formatted(hardship), 100.0 * own / PICTURES, "%"));
            rows.add(Row.of("the same by ZXing's own call", 100.0 * zxing / PICTURES, "%"));
            read += own;
            readByZxing += zxing;
            all += PICTURES;
        }
        rows.add(Row.of("labels read, all", 100.0 * read / all, "%"));
        rows.add(Row.of("labels read by ZXing's own call, all", 100.0 * readByZxing / all, "%"));
        rows.add(Row.atLeast("labels read ÷ ZXing's own call", read / (double) readByZxing, "×", GOAL_RATIO));
        Percentiles time = new Percentiles(times());
        rows.add(Row.atMost("a picture of 12 million pixels, one core, median", time.median(), "ms", GOAL_MS));
        rows.add(Row.atMost("a picture of 12 million pixels, one core, p99", time.p99(), "ms", GOAL_MS));
        return rows;
    }

    /** Of every hardship some, and as many pictures without any code: those use the whole allowance. */
    private long[] times() {
        List<Long> times = new ArrayList<>();
        for (int number = 0; number < LARGE; number++) {
            for (Hardship hardship : Hardship.values()) {
                times.add(timed(hardship.makeLarge(number).picture()));
            }
            times.add(timed(
                    new LabelScene(4000, 3000, number).blurred(1).grainy(4).picture()));
        }
        return times.stream().mapToLong(Long::longValue).toArray();
    }

    private long timed(BufferedImage picture) {
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        reader.read(picture);
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
    }
}
