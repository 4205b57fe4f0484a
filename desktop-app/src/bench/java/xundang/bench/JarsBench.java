package xundang.bench;

import java.nio.file.Path;
import java.util.List;
import xundang.desktop.inspection.Draft;
import xundang.desktop.inspection.Inspections;
import xundang.desktop.inspection.TestLaptop;
import xundang.desktop.testing.SampleJars;
import xundang.model.template.SlotId;

/**
 * The jar table in its form, over the encrypted store, typed by key events: how long each key keeps the interface busy, how soon it is in a pulse, and
 * how long a whole string takes until the last cell is on disk.
 */
final class JarsBench implements Bench {
    private static final int MOST = 400;
    private static final int USUAL = 186;
    private static final double FRAME_MS = 16;
    private static final int SAVES = 100;

    @Override
    public String name() {
        return "jars";
    }

    @Override
    public List<Row> run(Path folder) throws Exception {
        try (TestLaptop laptop = new TestLaptop(folder)) {
            Percentiles work;
            Percentiles pulse;
            try (TypedJars window = new TypedJars(laptop, 1, MOST)) {
                window.typePaced(30);
                TypedJars.Keys keys = window.typePaced(MOST - 30);
                work = keys.work();
                pulse = keys.pulse();
            }
            double seconds;
            try (TypedJars window = new TypedJars(laptop, 2, USUAL)) {
                seconds = window.typeAtOnce(USUAL);
            }
            Percentiles save = saves(laptop);
            return List.of(
                    Row.of("a key at 400 jars: handled, judged, styled, laid out, median", work.median(), "ms"),
                    Row.atMost("a key at 400 jars: handled, judged, styled, laid out, p99", work.p99(), "ms", FRAME_MS),
                    Row.of("a key at 400 jars until its pulse, median", pulse.median(), "ms"),
                    Row.of("a key at 400 jars until its pulse, p99", pulse.p99(), "ms"),
                    Row.of("one cell of a full table of 400 jars to disk, median", save.median(), "ms"),
                    Row.of("one cell of a full table of 400 jars to disk, p99", save.p99(), "ms"),
                    Row.of("186 jars typed without a pause, judged, all on disk", seconds, "s"));
        }
    }

    private static Percentiles saves(TestLaptop laptop) throws Exception {
        Inspections inspections = laptop.inspections;
        Draft draft = inspections.begin(laptop.host(3, "attr.jar_count", MOST, "attr.jar_v", 2), "ups-q");
        SlotId slot = SlotId.of(TypedJars.ROW);
        return Percentiles.of(
                10,
                SAVES,
                i -> inspections.record(
                        draft.id(), slot, SampleJars.measured(MOST - SAVES - 10 + i), null, null, slot));
    }
}
