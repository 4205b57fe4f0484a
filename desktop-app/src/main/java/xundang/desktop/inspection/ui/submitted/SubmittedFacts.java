package xundang.desktop.inspection.ui.submitted;

import java.math.BigDecimal;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import xundang.desktop.inspection.SubmittedInspection;
import xundang.desktop.inspection.SubmittedInspection.Row;
import xundang.desktop.photo.PhotoThumbnail;
import xundang.desktop.photo.Pictures;
import xundang.desktop.platform.fx.Thumbnail;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Badge;
import xundang.desktop.platform.theme.Parts;
import xundang.model.inspection.InspectionBody;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.SignedContent;
import xundang.model.template.ItemKind;

/** The right column of a submitted inspection: the record's own facts, signatures, remarks, pictures. */
final class SubmittedFacts {
    private static final double PEN_WIDTH = 240;
    private static final double PEN_HEIGHT = 64;
    private static final int MOST_PHOTOS = 30;

    private final UiContext context;
    private final UiTexts texts;
    private final Pictures pictures;

    SubmittedFacts(UiContext context, Pictures pictures) {
        this.context = context;
        this.texts = context.texts();
        this.pictures = pictures;
    }

    VBox of(SubmittedInspection inspection) {
        VBox column = Parts.column(16, record(inspection), signatures(inspection));
        if (!inspection.remarks().isEmpty()) {
            column.getChildren().add(remarks(inspection));
        }
        if (!inspection.photos().isEmpty()) {
            column.getChildren().add(photos(inspection));
        }
        return column;
    }

    private VBox record(SubmittedInspection inspection) {
        InspectionBody body = inspection.body();
        VBox card = Parts.card(
                4,
                Parts.label(texts.get("inspection.submitted.record"), "strong"),
                fact("inspection.submitted.inspector", body.inspectorName()),
                fact("inspection.submitted.started", texts.times().full(texts.language(), body.startedAt())),
                fact("inspection.submitted.ended", texts.times().full(texts.language(), body.submittedAt())),
                fact("inspection.submitted.clock", drift(body.clockOffsetMs())),
                fact("inspection.submitted.id", inspection.id().toString()),
                fact("inspection.submitted.hash", body.recordHash()));
        card.setId("submitted-record");
        if (!inspection.limitsOfThatDay()) {
            card.getChildren().add(Parts.wrapped(texts.get("inspection.submitted.limitsOfToday"), "caption"));
        }
        return card;
    }

    private VBox fact(String key, String value) {
        return Parts.column(0, Parts.label(texts.get(key), "caption"), Parts.wrapped(value, "figures"));
    }

    private String drift(long offsetMs) {
        String seconds = BigDecimal.valueOf(Math.abs(offsetMs))
                .movePointLeft(3)
                .stripTrailingZeros()
                .toPlainString();
        return offsetMs == 0
                ? texts.get("inspection.submitted.noDrift")
                : texts.get(offsetMs > 0 ? "inspection.submitted.fast" : "inspection.submitted.slow", seconds);
    }

    private VBox signatures(SubmittedInspection inspection) {
        List<Row> rows = inspection.rows().stream()
                .filter(row -> row.slot().item().kind() == ItemKind.SIGNATURE)
                .toList();
        VBox card = Parts.card(12, Parts.label(texts.get("inspection.submitted.signatures"), "strong"));
        card.setId("submitted-signatures");
        if (rows.isEmpty()) {
            card.getChildren().add(Parts.wrapped(texts.get("inspection.submitted.noSignatures"), "muted"));
        }
        rows.forEach(row -> card.getChildren().add(signature(row, inspection)));
        return card;
    }

    private VBox signature(Row row, SubmittedInspection inspection) {
        VBox box = Parts.column(2, Parts.wrapped(SubmittedWords.name(texts, row.slot()), "caption"));
        Reading reading = row.original();
        if (reading == null || !(reading.value() instanceof ReadingValue.Signed signed)) {
            box.getChildren().add(Parts.wrapped(SubmittedWords.answer(texts, row.slot(), reading)));
            return box;
        }
        box.getChildren()
                .add(Parts.label(
                        texts.get(
                                "inspection.submitted.signedBy",
                                signed.name(),
                                texts.times().full(texts.language(), reading.recordedAt())),
                        "figures"));
        if (!signed.strokes().isEmpty()) {
            box.getChildren().add(pen(signed.strokes()));
        }
        SignedContent.State state = row.signature() == null ? SignedContent.State.NAME_ONLY : row.signature();
        String said = texts.get("inspection.signature." + state.name());
        String style = state == SignedContent.State.MISMATCH ? "bad" : "good";
        box.getChildren()
                .add(Parts.wrapped(
                        inspection.addenda().isEmpty()
                                ? said
                                : texts.get(
                                        "inspection.signature.amended",
                                        said,
                                        inspection.addenda().size()),
                        inspection.addenda().isEmpty() ? style : "strong"));
        return box;
    }

    private static StackPane pen(String strokes) {
        SVGPath ink = new SVGPath();
        ink.setContent(strokes);
        ink.getStyleClass().add("ink");
        double scale = Math.min(
                1,
                Math.min(
                        PEN_WIDTH / Math.max(1, ink.getLayoutBounds().getWidth()),
                        PEN_HEIGHT / Math.max(1, ink.getLayoutBounds().getHeight())));
        ink.setScaleX(scale);
        ink.setScaleY(scale);
        StackPane pane = new StackPane(new Group(ink));
        pane.setMinHeight(PEN_HEIGHT + 8);
        pane.setMaxWidth(PEN_WIDTH + 16);
        pane.getStyleClass().add("signature-pad");
        return pane;
    }

    private VBox remarks(SubmittedInspection inspection) {
        VBox card = Parts.card(8, Parts.label(texts.get("inspection.submitted.remarks"), "strong"));
        inspection.remarks().forEach(known -> {
            card.getChildren().add(Parts.wrapped(SubmittedRow.by(texts, known.body())));
            var state = inspection.addendumStates().get(known.id());
            if (state != null) {
                card.getChildren().add(new Badge(texts, state));
            }
        });
        return card;
    }

    private VBox photos(SubmittedInspection inspection) {
        FlowPane strip = new FlowPane(8, 8);
        inspection.photos().keySet().stream()
                .limit(MOST_PHOTOS)
                .forEach(id -> strip.getChildren()
                        .add(new Thumbnail(context.tasks(), new PhotoThumbnail(pictures, id), 112, 84)));
        return Parts.card(
                8,
                Parts.label(
                        texts.get(
                                "inspection.submitted.photoCount",
                                inspection.photos().size()),
                        "strong"),
                strip);
    }
}
