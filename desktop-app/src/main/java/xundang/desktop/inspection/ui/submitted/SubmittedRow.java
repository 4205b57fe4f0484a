package xundang.desktop.inspection.ui.submitted;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import xundang.desktop.inspection.SubmittedInspection.Row;
import xundang.desktop.inspection.ui.LimitWords;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Badge;
import xundang.desktop.platform.theme.Parts;
import xundang.model.battery.JarJudgement;
import xundang.model.battery.JarRules;
import xundang.model.inspection.Addenda;
import xundang.model.inspection.AddendumBody;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.Skip;
import xundang.model.template.SlotLimits;
import xundang.model.text.Figures;

/** One row of a submitted form: what it asks, what was found, its limits and verdict, and beneath it every addendum. */
final class SubmittedRow extends VBox {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private static final double NAME = 240;
    private static final double VERDICT = 96;

    private final Row row;
    private final UiTexts texts;

    SubmittedRow(Row row, UiContext context, Runnable choose) {
        super(4);
        this.row = row;
        this.texts = context.texts();
        setId("submitted-row-" + row.slot().id());
        getStyleClass().addAll("form-row", "submitted-row");
        setOnMouseClicked(ignored -> choose.run());
        getChildren().add(first());
        Reading reading = row.original();
        if (reading != null && reading.note() != null) {
            getChildren().add(Parts.wrapped(texts.get("inspection.submitted.note", reading.note()), "caption"));
        }
        if (reading != null && !reading.photos().isEmpty()) {
            getChildren()
                    .add(Parts.label(
                            texts.get(
                                    "inspection.submitted.photos",
                                    reading.photos().size()),
                            "caption"));
        }
        if (reading != null && reading.value() instanceof ReadingValue.Jars jars) {
            getChildren().add(Parts.wrapped(jars(jars), "caption"));
        }
        if (reading != null
                && reading.value() instanceof ReadingValue.Table table
                && !table.rows().isEmpty()) {
            getChildren().add(Parts.wrapped(table(table), "caption"));
        }
        if (row.corrected()
                && row.addenda().stream().noneMatch(known -> known.body().corrects())) {
            getChildren().add(followed());
        }
        row.addenda().forEach(known -> getChildren().add(addendum(known)));
    }

    Row row() {
        return row;
    }

    void setActive(boolean active) {
        pseudoClassStateChanged(ACTIVE, active);
    }

    private HBox first() {
        VBox name = Parts.column(
                0,
                Parts.wrapped(SubmittedWords.name(texts, row.slot()), "row-label"),
                Parts.label(row.slot().id().toString(), "caption", "figures"));
        name.setMinWidth(NAME);
        name.setMaxWidth(NAME);
        Reading original = row.original();
        VBox answer = Parts.column(
                2,
                Parts.wrapped(SubmittedWords.answer(texts, row.slot(), original), "strong", "figures"),
                Parts.wrapped(new LimitWords(texts).limits(row.slot()).orElse(""), "caption"));
        answer.setMinWidth(0);
        HBox.setHgrow(answer, Priority.ALWAYS);
        HBox line = Parts.row(12, name, answer);
        if (original != null) {
            VBox verdict = Parts.column(0, badge(original));
            verdict.setMinWidth(VERDICT);
            line.getChildren().add(verdict);
        }
        return line;
    }

    private Badge badge(Reading reading) {
        Badge badge = new Badge(texts, reading.verdict());
        Skip skip = reading.skip();
        if (skip != null) {
            badge.setText(texts.of(skip.kind().label()));
        }
        return badge;
    }

    /** A computed row that comes out differently because another was corrected. */
    private HBox followed() {
        Reading now = row.now();
        String said = texts.get("inspection.submitted.followed", SubmittedWords.answer(texts, row.slot(), now));
        HBox line = Parts.row(8, Parts.wrapped(said, "strong"));
        if (now != null) {
            line.getChildren().add(badge(now));
        }
        return line;
    }

    private VBox addendum(Addenda.Known known) {
        AddendumBody body = known.body();
        VBox card = Parts.column(2);
        card.getStyleClass().add("addendum");
        Reading to = body.to();
        if (to != null) {
            String said = texts.get(
                    "inspection.submitted.corrected",
                    SubmittedWords.answer(texts, row.slot(), body.from()),
                    SubmittedWords.answer(texts, row.slot(), to));
            card.getChildren().add(Parts.row(8, Parts.wrapped(said, "strong"), badge(to)));
        }
        card.getChildren().add(Parts.wrapped(by(texts, body), "caption"));
        return card;
    }

    /** Who said what, and when. */
    static String by(UiTexts texts, AddendumBody body) {
        return texts.get(
                "inspection.submitted.by",
                body.reason(),
                body.authorName(),
                texts.times().full(texts.language(), body.madeAt()));
    }

    private String jars(ReadingValue.Jars jars) {
        SlotLimits limits = row.slot().limits();
        if (limits == null || limits.jars() == null) {
            return "";
        }
        JarJudgement judged = JarRules.judge(jars, limits.jars());
        String bad = judged.findings().stream()
                .map(finding -> Integer.toString(finding.position()))
                .collect(Collectors.joining(texts.get("inspection.list.separator")));
        var spread = judged.statistics().spread();
        return texts.get(
                "inspection.submitted.jars",
                judged.statistics().voltages(),
                spread == null ? "" : Figures.shown(spread),
                bad.isEmpty() ? texts.get("inspection.submitted.noBadJars") : bad);
    }

    private String table(ReadingValue.Table table) {
        List<String> lines = new ArrayList<>();
        var rule = row.slot().item().table();
        table.rows()
                .forEach(cells -> lines.add(cells.entrySet().stream()
                        .map(cell -> {
                            String label = rule == null
                                    ? cell.getKey()
                                    : rule.column(cell.getKey())
                                            .map(column -> texts.of(column.label()))
                                            .orElse(cell.getKey());
                            return label + " " + cell.getValue();
                        })
                        .collect(Collectors.joining(" · "))));
        return String.join("\n", lines);
    }
}
