package xundang.desktop.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.SubmittedInspection.Row;
import xundang.desktop.platform.pdf.Block;
import xundang.desktop.platform.pdf.Grid;
import xundang.desktop.platform.pdf.Grid.Cell;
import xundang.desktop.platform.pdf.Paper;
import xundang.desktop.platform.pdf.Tone;
import xundang.desktop.platform.pdf.Type;
import xundang.model.battery.JarJudgement;
import xundang.model.battery.JarLimits;
import xundang.model.battery.JarLook;
import xundang.model.battery.JarReading;
import xundang.model.battery.JarRule;
import xundang.model.battery.JarRules;
import xundang.model.battery.JarVerdict;
import xundang.model.battery.OhmicUnit;
import xundang.model.battery.StringStatistics;
import xundang.model.inspection.ReadingValue;
import xundang.model.template.SlotLimits;
import xundang.model.template.Verdict;

/** 逐节表 on paper: the string's figures, the rules J1 to J4 with what they came to, every jar in three columns a page, and the conspicuous ones. */
final class JarPaper {
    private static final int COLUMNS = 3;
    private static final float GAP = 6;
    private static final float LINE = 11.5f;
    private static final float[] SHARES = {17, 26, 26, 20, 25, 21, 31};
    private static final Type CELL = Type.BODY.sized(7);
    private static final Type HEAD = Type.STRONG.sized(6.5f);

    private final Paper paper;
    private final Words words;
    private final LimitText limits;

    JarPaper(Paper paper, Words words, LimitText limits) {
        this.paper = paper;
        this.words = words;
        this.limits = limits;
    }

    void print(Row row, ReadingValue.Jars jars) throws IOException {
        SlotLimits known = row.slot().limits();
        JarLimits rules = known == null || known.jars() == null
                ? new JarLimits(null, null, null, null, null, null, Map.of())
                : known.jars();
        JarJudgement judgement = JarRules.judge(jars, rules);
        statistics(jars, judgement);
        rules(jars, judgement);
        positions(jars, judgement);
        conspicuous(jars, judgement);
    }

    private void statistics(ReadingValue.Jars jars, JarJudgement judgement) throws IOException {
        StringStatistics all = judgement.statistics();
        Grid grid = new Grid(
                paper,
                List.of(
                        words.get("report.jar.count"),
                        words.get("report.jar.sum"),
                        words.get("report.jar.mean"),
                        words.get("report.jar.highest"),
                        words.get("report.jar.lowest"),
                        words.get("report.jar.spread"),
                        words.get("report.jar.median")),
                10,
                12,
                12,
                14,
                14,
                12,
                14);
        grid.row(
                Cell.of(words.get(
                        "report.jar.measured", all.voltages(), jars.jars().size())),
                Cell.of(unit(Words.figure(all.sum(), 2), "V")),
                Cell.of(unit(Words.figure(all.mean(), 4), "V")),
                Cell.of(unit(plain(all.highest()), "V") + at(jars, all.highest())),
                Cell.of(unit(plain(all.lowest()), "V") + at(jars, all.lowest())),
                Cell.of(unit(plain(all.spread()), "V")),
                Cell.of(unit(Words.figure(all.ohmicMedian(), 3), sign(jars))));
        long own = judgement.comparedWith(JarVerdict.BaselineKind.OWN);
        long median = judgement.comparedWith(JarVerdict.BaselineKind.STRING_MEDIAN);
        paper.text(
                own + median == 0 ? words.get("report.jar.noBaseline") : words.get("report.jar.baseline", own, median),
                Type.SMALL);
        if (!judgement.missing().isEmpty()) {
            paper.text(words.get("report.jar.missing", positions(judgement.missing())), Type.STRONG);
        }
        if (!judgement.beyond().isEmpty()) {
            paper.text(words.get("report.jar.beyond", positions(judgement.beyond())), Type.STRONG);
        }
        paper.space(4);
    }

    private static String unit(String number, String unit) {
        return number.isEmpty() || unit.isEmpty() ? number : number + "\u00a0" + unit;
    }

    private static String sign(ReadingValue.Jars jars) {
        OhmicUnit unit = jars.ohmicUnit();
        return unit == null ? "" : unit.sign();
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    /** The first position with that voltage. */
    private String at(ReadingValue.Jars jars, @Nullable BigDecimal volts) {
        return volts == null
                ? ""
                : jars.jars().stream()
                        .filter(jar -> jar.voltage() != null && jar.voltage().compareTo(volts) == 0)
                        .findFirst()
                        .map(jar -> " " + words.get("report.jar.at", jar.position()))
                        .orElse("");
    }

    private static String positions(List<Integer> positions) {
        return positions.stream().map(Object::toString).collect(Collectors.joining("、"));
    }

    private void rules(ReadingValue.Jars jars, JarJudgement judgement) throws IOException {
        Grid grid = new Grid(
                paper,
                List.of(
                        words.get("report.jar.rule"),
                        words.get("report.jar.meaning"),
                        words.get("report.jar.counts"),
                        words.get("report.column.source")),
                8,
                50,
                28,
                14);
        for (JarRule rule : JarRule.values()) {
            grid.row(
                    Cell.of(rule.code()),
                    Cell.of(words.of(rule.label())).and(words.get("report.jar.limit." + rule.name()), Type.SMALL),
                    Cell.of(rule == JarRule.SPREAD ? words.verdict(judgement.spread()) : counts(judgement, rule)),
                    Cell.of(source(rule, jars), Type.SMALL));
        }
        paper.space(6);
    }

    private String source(JarRule rule, ReadingValue.Jars jars) {
        return limits.said(rule == JarRule.OHMIC && jars.ohmicUnit() == OhmicUnit.CONDUCTANCE ? "P" : rule.source());
    }

    private String counts(JarJudgement judgement, JarRule rule) {
        List<String> counts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long count = judgement.jars().stream()
                    .filter(jar -> jar.verdicts().get(rule) == verdict)
                    .count();
            if (count > 0) {
                counts.add(words.get("report.count", words.of(verdict.label()), count));
            }
        }
        return counts.isEmpty()
                ? words.get("report.jar.notMeasured")
                : String.join(words.get("report.list.separator"), counts);
    }

    /** Down the first column, then the second, then the third; then the next page. */
    private void positions(ReadingValue.Jars jars, JarJudgement judgement) throws IOException {
        Map<Integer, JarVerdict> verdicts = new HashMap<>();
        judgement.jars().forEach(jar -> verdicts.put(jar.position(), jar));
        List<JarReading> left = jars.jars();
        while (!left.isEmpty()) {
            if (paper.room() < 8 * LINE) {
                paper.newPage();
            }
            int most = (int) (paper.room() / LINE) - 1;
            int rows = Math.min(most, (left.size() + COLUMNS - 1) / COLUMNS);
            List<JarReading> now = left.subList(0, Math.min(left.size(), rows * COLUMNS));
            Block.on(paper, (rows + 1) * LINE, block -> {
                for (int column = 0; column * rows < now.size(); column++) {
                    column(
                            block,
                            column,
                            now.subList(column * rows, Math.min(now.size(), (column + 1) * rows)),
                            jars,
                            verdicts);
                }
            });
            left = left.subList(now.size(), left.size());
        }
        paper.space(6);
    }

    private void column(
            Block block, int column, List<JarReading> some, ReadingValue.Jars jars, Map<Integer, JarVerdict> verdicts)
            throws IOException {
        float width = (Paper.WIDTH - (COLUMNS - 1) * GAP) / COLUMNS;
        float left = column * (width + GAP);
        block.shade(left, 0, width, LINE);
        String ohmic = sign(jars).isEmpty() ? words.get("report.jar.ohmic") : sign(jars);
        line(
                block,
                left,
                0,
                width,
                HEAD,
                HEAD,
                words.get("report.jar.number"),
                "V",
                ohmic,
                "°C",
                words.get("report.jar.look"),
                words.get("report.jar.deviation"),
                words.get("report.column.verdict"));
        float y = LINE;
        for (JarReading jar : some) {
            JarVerdict verdict = verdicts.get(jar.position());
            Verdict overall = verdict == null ? Verdict.SKIPPED : verdict.overall();
            line(
                    block,
                    left,
                    y,
                    width,
                    CELL,
                    Tones.type(overall).sized(7),
                    Integer.toString(jar.position()),
                    plain(jar.voltage()),
                    plain(jar.ohmic()),
                    plain(jar.temperature()),
                    look(jar),
                    verdict == null ? "" : Words.figure(verdict.deviationMv(), 0),
                    jar.isAnswered() && jar.voltage() == null ? words.get("report.jar.left") : words.verdict(overall));
            y += LINE;
        }
    }

    /** The worst look; the others stand below. */
    private String look(JarReading jar) {
        return switch (jar.appearance().size()) {
            case 0 -> "";
            case 1 -> words.of(jar.appearance().getFirst().label());
            default -> words.of(jar.appearance().getLast().label()) + words.get("report.jar.more");
        };
    }

    private static void line(Block block, float left, float y, float width, Type type, Type last, String... cells)
            throws IOException {
        float all = 0;
        for (float share : SHARES) {
            all += share;
        }
        float x = left;
        for (int i = 0; i < cells.length; i++) {
            float wide = SHARES[i] / all * width;
            block.box(x, y, wide, LINE);
            block.line(cells[i], x + 2, y + 1.6f, wide - 3, i == cells.length - 1 ? last : type);
            x += wide;
        }
    }

    private void conspicuous(ReadingValue.Jars jars, JarJudgement judgement) throws IOException {
        List<JarVerdict> some = judgement.jars().stream()
                .filter(jar -> jar.overall() == Verdict.ABNORMAL || jar.overall() == Verdict.WARNING)
                .toList();
        List<JarReading> unmeasured = jars.jars().stream()
                .filter(jar -> jar.reason() != null && !jar.reason().isBlank())
                .toList();
        if (some.isEmpty() && unmeasured.isEmpty()) {
            paper.text(words.get("report.jar.allNormal"), Type.BODY.in(Tone.GOOD));
            return;
        }
        Grid grid = new Grid(
                paper,
                List.of(
                        words.get("report.jar.position"),
                        words.get("report.column.verdict"),
                        words.get("report.jar.why")),
                10,
                16,
                74);
        for (JarVerdict jar : some) {
            grid.row(
                    Cell.of(Integer.toString(jar.position())),
                    Cell.of(words.verdict(jar.overall()), Tones.type(jar.overall())),
                    Cell.of(why(jars, jar)));
        }
        for (JarReading jar : unmeasured) {
            grid.row(
                    Cell.of(Integer.toString(jar.position())),
                    Cell.of(words.get("report.jar.left"), Type.BODY.in(Tone.MUTED)),
                    Cell.of(String.valueOf(jar.reason())));
        }
    }

    private String why(ReadingValue.Jars jars, JarVerdict jar) {
        return jar.verdicts().entrySet().stream()
                .filter(rule -> rule.getValue() == Verdict.ABNORMAL || rule.getValue() == Verdict.WARNING)
                .map(rule ->
                        rule.getKey().code() + " " + words.of(rule.getKey().label()) + figure(jars, jar, rule.getKey())
                                + " " + words.of(rule.getValue().label()))
                .collect(Collectors.joining(words.get("report.limits.joint")));
    }

    private String figure(ReadingValue.Jars jars, JarVerdict jar, JarRule rule) {
        return switch (rule) {
            case CELL_VOLTAGE -> " " + unit(Words.figure(jar.voltsPerCell(), 3), "V");
            case DEVIATION -> " " + unit(Words.figure(jar.deviationMv(), 0), "mV");
            case OHMIC ->
                " " + words.get("report.jar.ratio", Words.figure(jar.ohmicRatio(), 2), Words.figure(jar.baseline(), 3));
            case LOOK ->
                " "
                        + jars.at(jar.position()).map(JarReading::appearance).orElse(List.of()).stream()
                                .map(JarLook::label)
                                .map(words::of)
                                .collect(Collectors.joining("、"));
            case SPREAD -> "";
        };
    }
}
