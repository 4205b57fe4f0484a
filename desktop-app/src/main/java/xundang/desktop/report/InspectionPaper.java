package xundang.desktop.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.SubmittedInspection;
import xundang.desktop.inspection.SubmittedInspection.Row;
import xundang.desktop.platform.pdf.Grid;
import xundang.desktop.platform.pdf.Grid.Cell;
import xundang.desktop.platform.pdf.Paper;
import xundang.desktop.platform.pdf.Tone;
import xundang.desktop.platform.pdf.Type;
import xundang.model.inspection.Addenda;
import xundang.model.inspection.AddendumBody;
import xundang.model.inspection.InspectionBody;
import xundang.model.inspection.Reading;
import xundang.model.template.Verdict;

/** One submitted inspection as 巡检反馈表: head, rows, tables, pictures, addenda, signatures. */
final class InspectionPaper {
    private final Paper paper;
    private final Words words;
    private final LimitText limits;
    private final SubmittedInspection inspection;
    private final PaperPhotos photos;

    InspectionPaper(Paper paper, Words words, SubmittedInspection inspection, PaperPhotos photos) {
        this.paper = paper;
        this.words = words;
        this.limits = new LimitText(words);
        this.inspection = inspection;
        this.photos = photos;
    }

    /** Fills the present page and as many as it takes. */
    void print() throws IOException {
        InspectionBody body = inspection.body();
        paper.footer(words.get(
                "report.foot",
                words.of(inspection.title()),
                inspection.subject().asset().assetNo(),
                inspection.id().toString(),
                body.recordHash()));
        paper.centred(words.of(inspection.title()), Type.TITLE);
        paper.centred(words.get("report.head.form", body.templateId(), body.templateVersion()), Type.SMALL);
        paper.space(6);
        head();
        result();
        rows();
        new TablePaper(paper, words, limits).print(inspection);
        addenda();
        new PhotoPaper(paper, words, photos).print(inspection);
        new SignaturePaper(paper, words).print(inspection);
        legend();
    }

    private void head() throws IOException {
        InspectionBody body = inspection.body();
        var asset = inspection.subject().asset();
        Grid grid = new Grid(paper, List.of(), 14, 36, 14, 36);
        pair(grid, "report.head.assetNo", asset.assetNo(), "report.head.name", asset.name());
        pair(grid, "report.head.place", asset.place(), "report.head.brand", joined(asset.brand(), asset.model()));
        pair(
                grid,
                "report.head.serial",
                inspection.subject().serialNo(),
                "report.head.units",
                joined(inspection.subject().ownerUnit(), inspection.subject().userUnit()));
        pair(
                grid,
                "report.head.planned",
                body.plannedFor() == null ? words.get("report.head.unplanned") : body.plannedFor(),
                "report.head.inspector",
                body.inspectorName());
        pair(
                grid,
                "report.head.started",
                words.time(body.startedAt()),
                "report.head.submitted",
                words.time(body.submittedAt()));
        pair(
                grid,
                "report.head.clock",
                words.drift(body.clockOffsetMs()),
                "report.head.device",
                body.deviceId().toString());
        grid.row(
                Cell.of(words.get("report.head.record"), Type.STRONG),
                Cell.of(inspection.id().toString(), Type.SMALL.in(Tone.INK)),
                Cell.of(words.get("report.head.hash"), Type.STRONG),
                Cell.of(body.recordHash(), Type.SMALL.in(Tone.INK)));
    }

    private void pair(Grid grid, String oneKey, String one, String otherKey, String other) throws IOException {
        grid.row(
                Cell.of(words.get(oneKey), Type.STRONG),
                Cell.of(orNone(one)),
                Cell.of(words.get(otherKey), Type.STRONG),
                Cell.of(orNone(other)));
    }

    private String orNone(String text) {
        return text.isBlank() ? words.get("report.value.none") : text;
    }

    private static String joined(String one, String other) {
        return List.of(one, other).stream()
                .filter(text -> !text.isBlank())
                .distinct()
                .collect(Collectors.joining(" / "));
    }

    private void result() throws IOException {
        paper.space(8);
        Verdict original = inspection.body().verdict();
        Verdict now = inspection.verdictNow();
        paper.ensure(40);
        paper.text(
                words.get("report.result", words.verdict(original)),
                Tones.type(original).sized(11));
        if (inspection.addenda().stream().anyMatch(known -> known.body().corrects())) {
            paper.text(
                    words.get("report.resultNow", words.verdict(now)),
                    Tones.type(now).sized(11));
        }
        List<String> counts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long count = inspection.count(verdict);
            if (count > 0) {
                counts.add(words.get("report.count", words.of(verdict.label()), count));
            }
        }
        paper.text(String.join(words.get("report.list.separator"), counts), Type.BODY);
        if (!inspection.formKnown()) {
            paper.text(words.get("report.formUnknown"), Type.STRONG);
        } else if (!inspection.limitsOfThatDay()) {
            paper.text(words.get("report.limitsOfToday"), Type.SMALL);
        }
        paper.space(4);
    }

    private void rows() throws IOException {
        Grid grid = new Grid(
                paper,
                List.of(
                        words.get("report.column.id"),
                        words.get("report.column.item"),
                        words.get("report.column.value"),
                        words.get("report.column.limits"),
                        words.get("report.column.verdict"),
                        words.get("report.column.note")),
                9,
                24,
                20,
                30,
                12,
                19);
        for (SubmittedInspection.Section section : inspection.sections()) {
            grid.band(words.of(section.title()));
            for (Row row : section.rows()) {
                row(grid, row);
            }
        }
    }

    private void row(Grid grid, Row row) throws IOException {
        Reading original = row.original();
        Cell value = Cell.of(words.value(row.slot(), original));
        Cell verdict =
                original == null ? Cell.of("") : Cell.of(words.verdict(original), Tones.type(original.verdict()));
        Reading now = row.now();
        if (row.corrected() && now != null) {
            value = value.and(words.get("report.corrected", words.value(row.slot(), now)), Type.STRONG);
            verdict = verdict.and(words.get("report.corrected", words.verdict(now)), Tones.type(now.verdict()));
        }
        Cell allowed = limits.of(row.slot())
                .map(said -> Cell.of(said.limits()).and(said.source(), Type.SMALL))
                .orElseGet(() -> Cell.of(words.get("report.limits.none"), Type.SMALL));
        grid.row(
                Cell.of(row.slot().id().toString(), Type.SMALL.in(Tone.INK)),
                Cell.of(words.name(row.slot())),
                value,
                allowed,
                verdict,
                Cell.of(note(original), Type.SMALL.in(Tone.INK)));
    }

    private String note(@Nullable Reading reading) {
        if (reading == null) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        if (reading.note() != null) {
            parts.add(reading.note());
        }
        if (!reading.photos().isEmpty()) {
            parts.add(words.get("report.note.photos", reading.photos().size()));
        }
        return String.join("\n", parts);
    }

    private void addenda() throws IOException {
        if (inspection.addenda().isEmpty()) {
            return;
        }
        paper.heading(words.get("report.addenda.title", inspection.addenda().size()));
        Grid grid = new Grid(
                paper,
                List.of(
                        words.get("report.addenda.row"),
                        words.get("report.addenda.from"),
                        words.get("report.addenda.to"),
                        words.get("report.addenda.reason"),
                        words.get("report.addenda.author")),
                16,
                21,
                21,
                34,
                22);
        for (Addenda.Known known : inspection.addenda()) {
            addendum(grid, known);
        }
    }

    private void addendum(Grid grid, Addenda.Known known) throws IOException {
        AddendumBody body = known.body();
        Row row = body.slot() == null ? null : inspection.row(body.slot()).orElse(null);
        String name = body.slot() == null
                ? words.get("report.addenda.whole")
                : row == null ? body.slot().toString() : body.slot() + " " + words.name(row.slot());
        Reading to = body.to();
        Cell before = to == null || row == null ? Cell.of("") : answer(row, body.from());
        Cell after = to == null || row == null ? Cell.of(words.get("report.addenda.remark")) : answer(row, to);
        Cell reason = Cell.of(body.reason());
        for (Reading follows : body.follows()) {
            Row of = inspection.row(follows.slot()).orElse(null);
            if (of != null) {
                reason = reason.and(
                        words.get(
                                "report.addenda.follows",
                                words.name(of.slot()),
                                words.value(of.slot(), follows),
                                words.verdict(follows)),
                        Type.SMALL);
            }
        }
        grid.row(
                Cell.of(name),
                before,
                after,
                reason,
                Cell.of(body.authorName())
                        .and(words.time(body.madeAt()), Type.SMALL)
                        .and(
                                words.get(
                                        "report.hashPrefix",
                                        body.addendumHash()
                                                .substring(
                                                        0,
                                                        Math.min(
                                                                12,
                                                                body.addendumHash()
                                                                        .length()))),
                                Type.SMALL));
    }

    private Cell answer(Row row, @Nullable Reading reading) {
        Cell cell = Cell.of(words.value(row.slot(), reading));
        return reading == null ? cell : cell.and(words.verdict(reading), Tones.type(reading.verdict()));
    }

    private void legend() throws IOException {
        List<String> lines = limits.legend();
        if (lines.isEmpty()) {
            return;
        }
        paper.heading(words.get("report.legend.title"));
        for (String line : lines) {
            paper.text(line, Type.SMALL);
        }
        paper.text(words.get("report.legend.note"), Type.SMALL);
    }
}
