package xundang.desktop.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import xundang.desktop.inspection.SubmittedInspection;
import xundang.desktop.inspection.SubmittedInspection.Row;
import xundang.desktop.platform.pdf.Block;
import xundang.desktop.platform.pdf.Paper;
import xundang.desktop.platform.pdf.Tone;
import xundang.desktop.platform.pdf.Type;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.SignedContent;
import xundang.model.template.ItemKind;

/** Signatures with name, role, time and what they are worth, and the place for the stamp (盖章处). */
final class SignaturePaper {
    private static final float GAP = 10;
    private static final float WIDTH = (Paper.WIDTH - GAP) / 2;
    private static final float HEIGHT = 104;

    private final Paper paper;
    private final Words words;

    SignaturePaper(Paper paper, Words words) {
        this.paper = paper;
        this.words = words;
    }

    /** A box; null stands for the stamp. */
    void print(SubmittedInspection inspection) throws IOException {
        List<Row> rows = inspection.rows().stream()
                .filter(row -> row.slot().item().kind() == ItemKind.SIGNATURE)
                .toList();
        List<Painting> boxes = new ArrayList<>();
        rows.forEach(row -> boxes.add((block, x) -> signature(block, x, row, inspection)));
        boxes.add(this::stamp);
        paper.space(10);
        paper.ensure(HEIGHT + 40);
        paper.heading(words.get("report.signatures.title"));
        for (int i = 0; i < boxes.size(); i += 2) {
            List<Painting> pair = boxes.subList(i, Math.min(boxes.size(), i + 2));
            Block.on(paper, HEIGHT + 8, block -> {
                for (int side = 0; side < pair.size(); side++) {
                    pair.get(side).paint(block, side * (WIDTH + GAP));
                }
            });
        }
    }

    private interface Painting {
        void paint(Block block, float x) throws IOException;
    }

    private void stamp(Block block, float x) throws IOException {
        block.box(x, 0, WIDTH, HEIGHT);
        block.line(words.get("report.signatures.stamp"), x + 6, 4, WIDTH - 12, Type.STRONG);
        block.line(words.get("report.signatures.stampDate"), x + 6, HEIGHT - 16, WIDTH - 12, Type.BODY);
    }

    private void signature(Block block, float x, Row row, SubmittedInspection inspection) throws IOException {
        block.box(x, 0, WIDTH, HEIGHT);
        block.line(row.slot().id() + " " + words.name(row.slot()), x + 6, 4, WIDTH - 12, Type.STRONG);
        Reading reading = row.original();
        if (reading == null || !(reading.value() instanceof ReadingValue.Signed signed)) {
            block.wrapped(words.value(row.slot(), reading), x + 6, 40, WIDTH - 12, Type.BODY);
            return;
        }
        boolean drawn = block.signature(signed.strokes(), x + 20, 20, WIDTH - 40, 44);
        if (!drawn) {
            block.line(signed.name(), x + 20, 32, WIDTH - 40, Type.HEADING);
        }
        block.line(
                words.get("report.signatures.who", signed.name(), words.time(reading.recordedAt())),
                x + 6,
                HEIGHT - 36,
                WIDTH - 12,
                Type.SMALL.in(Tone.INK));
        block.line(state(row, inspection), x + 6, HEIGHT - 23, WIDTH - 12, Type.SMALL.in(Tone.INK));
        if (signed.over() != null) {
            block.line(
                    words.get(
                            "report.signatures.over",
                            signed.over()
                                    .substring(0, Math.min(16, signed.over().length()))),
                    x + 6,
                    HEIGHT - 12,
                    WIDTH - 12,
                    Type.SMALL);
        }
    }

    private String state(Row row, SubmittedInspection inspection) {
        SignedContent.State state = row.signature() == null ? SignedContent.State.NAME_ONLY : row.signature();
        String said = words.get("report.signature." + state.name());
        return inspection.addenda().isEmpty()
                ? said
                : words.get(
                        "report.signatures.amended", said, inspection.addenda().size());
    }
}
