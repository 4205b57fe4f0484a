package xundang.desktop.report;

import java.io.IOException;
import java.util.List;
import xundang.desktop.inspection.SubmittedInspection;
import xundang.desktop.platform.pdf.Grid;
import xundang.desktop.platform.pdf.Grid.Cell;
import xundang.desktop.platform.pdf.Paper;
import xundang.desktop.platform.pdf.Type;
import xundang.model.template.Verdict;

/** Cover table of several inspections in one file. */
final class CoverPaper {
    private final Paper paper;
    private final Words words;

    CoverPaper(Paper paper, Words words) {
        this.paper = paper;
        this.words = words;
    }

    /** One inspection and the page on which it begins. */
    record Entry(SubmittedInspection inspection, int page) {}

    void print(List<Entry> entries) throws IOException {
        paper.footer(words.get("report.cover.foot", entries.size()));
        paper.centred(words.get("report.cover.title"), Type.TITLE);
        paper.centred(words.get("report.cover.subtitle", entries.size(), span(entries)), Type.BODY);
        paper.space(10);
        Grid grid = new Grid(
                paper,
                List.of(
                        words.get("report.cover.number"),
                        words.get("report.head.assetNo"),
                        words.get("report.head.name"),
                        words.get("report.head.place"),
                        words.get("report.head.submitted"),
                        words.get("report.head.inspector"),
                        words.get("report.column.verdict"),
                        words.get("report.cover.counts"),
                        words.get("report.cover.page")),
                5,
                14,
                19,
                20,
                14,
                11,
                11,
                13,
                7);
        int number = 1;
        for (Entry entry : entries) {
            SubmittedInspection inspection = entry.inspection();
            Verdict now = inspection.verdictNow();
            grid.row(
                    Cell.of(Integer.toString(number++)),
                    Cell.of(inspection.subject().asset().assetNo()),
                    Cell.of(inspection.subject().asset().name()).and(words.of(inspection.title()), Type.SMALL),
                    Cell.of(inspection.subject().asset().place()),
                    Cell.of(words.minute(inspection.body().submittedAt())),
                    Cell.of(inspection.body().inspectorName()),
                    Cell.of(words.verdict(now), Tones.type(now)),
                    Cell.of(words.get(
                            "report.cover.countsOf",
                            inspection.count(Verdict.ABNORMAL),
                            inspection.count(Verdict.WARNING),
                            inspection.count(Verdict.UNJUDGED),
                            inspection.count(Verdict.NORMAL))),
                    Cell.of(Integer.toString(entry.page())));
        }
    }

    private String span(List<Entry> entries) {
        List<String> days = entries.stream()
                .map(entry ->
                        words.minute(entry.inspection().body().submittedAt()).substring(0, 10))
                .sorted()
                .toList();
        return days.getFirst().equals(days.getLast())
                ? days.getFirst()
                : words.get("report.cover.days", days.getFirst(), days.getLast());
    }
}
