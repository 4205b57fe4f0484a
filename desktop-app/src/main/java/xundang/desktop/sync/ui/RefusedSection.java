package xundang.desktop.sync.ui;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import tools.jackson.databind.JsonNode;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.EmptyPanel;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.sync.SyncDesk.Refused;
import xundang.desktop.sync.ui.RefusedViewModel.Correction;
import xundang.model.sync.Problem;

/** 需处理: what the server refused, why, and with what content; corrected here or put aside. */
final class RefusedSection implements DetailSection {
    private final RefusedViewModel model;
    private final UiTexts texts;
    private final FieldWords words;
    private final MasterDetail<Refused> both;
    private final Subscription listening;

    RefusedSection(RefusedViewModel model, UiTexts texts) {
        this.model = model;
        this.texts = texts;
        words = new FieldWords(texts);
        both = new MasterDetail<>(
                "refused",
                model.list(),
                Refused::opId,
                this::detail,
                this::line,
                new EmptyPanel(
                        MaterialDesignC.CHECK_CIRCLE_OUTLINE,
                        texts.get("sync.refused.empty"),
                        texts.get("sync.refused.emptyStep")),
                texts);
        listening = model.correctionProperty().subscribe((before, after) -> both.redraw());
    }

    private Node line(Refused refused) {
        return Parts.column(
                4,
                Parts.label(refused.title(), "strong"),
                Parts.wrapped(
                        texts.ofCode("sync.what.", refused.kind().name()) + " · "
                                + texts.times().full(texts.language(), refused.at()),
                        "muted"));
    }

    private MasterDetail.Detail detail(Refused refused) {
        Correction open = model.correctionProperty().get();
        boolean correcting = open != null && open.of().opId().equals(refused.opId());
        VBox card = Parts.card(
                16,
                Parts.column(
                        4,
                        Parts.wrapped(refused.title(), "page-title"),
                        Parts.wrapped(
                                texts.get(
                                        "sync.refused.made",
                                        texts.ofCode(
                                                "sync.what.", refused.kind().name()),
                                        texts.times().full(texts.language(), refused.at())),
                                "muted")),
                reason(refused),
                correcting ? new CorrectionPanel(model, open, texts) : content(refused));
        if (refused.together() > 0) {
            card.getChildren().add(Parts.wrapped(texts.get("sync.refused.together", refused.together()), "muted"));
        }
        return correcting
                ? MasterDetail.Detail.of(card)
                : new MasterDetail.Detail(card, Parts.card(8, actions(refused)));
    }

    private HBox reason(Refused refused) {
        Problem problem = refused.problem();
        String why = problem == null ? texts.get("sync.refused.noReason") : problem.detail();
        VBox said = Parts.column(
                4,
                Parts.wrapped(texts.get(refused.held() ? "sync.refused.held" : "sync.refused.why"), "strong"),
                Parts.wrapped(why));
        if (problem != null) {
            said.getChildren().add(Parts.label(problem.code(), "caption", "figures"));
        }
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox panel = Parts.row(12, said);
        panel.getStyleClass().addAll("notice-panel", "warning");
        panel.setId("sync-refused-reason");
        return panel;
    }

    /** What was wanted, field by field; beside what the author had seen, unless it is something new. */
    private GridPane content(Refused refused) {
        boolean before = refused.set().values().stream().anyMatch(change -> !nothing(change.from()));
        GridPane grid = new GridPane(16, 8);
        ColumnConstraints seen = new ColumnConstraints();
        seen.setPercentWidth(34);
        ColumnConstraints wanted = new ColumnConstraints();
        wanted.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(new ColumnConstraints(128));
        if (before) {
            grid.getColumnConstraints().add(seen);
        }
        grid.getColumnConstraints().add(wanted);
        if (before) {
            grid.addRow(
                    0,
                    Parts.label(texts.get("sync.refused.field"), "caption"),
                    Parts.label(texts.get("sync.refused.seen"), "caption"),
                    Parts.label(texts.get("sync.refused.wanted"), "caption"));
        }
        refused.set().forEach((field, change) -> {
            if (FieldWords.isShown(field)) {
                Label name = Parts.wrapped(words.label(refused.category(), field), "muted");
                GridPane.setValignment(name, VPos.TOP);
                Label to = Parts.wrapped(words.value(refused.category(), field, change.to()), "figures", "strong");
                int row = grid.getRowCount();
                grid.add(name, 0, row);
                if (before) {
                    grid.add(Parts.wrapped(words.value(refused.category(), field, change.from()), "figures"), 1, row);
                }
                grid.add(to, before ? 2 : 1, row);
            }
        });
        return grid;
    }

    private static boolean nothing(@Nullable JsonNode value) {
        return value == null || value.isNull();
    }

    private Node actions(Refused refused) {
        HBox row = Parts.row(12);
        if (RefusedViewModel.mayCorrect(refused)) {
            row.getChildren()
                    .add(Parts.mainButton(
                            "sync-refused-correct",
                            texts.get("sync.refused.correct"),
                            MaterialDesignP.PENCIL,
                            () -> model.correct(refused)));
        }
        if (RefusedViewModel.maySend(refused)) {
            row.getChildren()
                    .add(Parts.button(
                            "sync-refused-again",
                            texts.get("sync.refused.again"),
                            MaterialDesignS.SEND,
                            () -> model.sendUnchanged(refused)));
        }
        row.getChildren()
                .add(Parts.button(
                        "sync-refused-aside",
                        texts.get("sync.refused.aside"),
                        MaterialDesignA.ARCHIVE_ARROW_DOWN_OUTLINE,
                        () -> model.setAside(refused)));
        String note = refused.held()
                ? "sync.refused.heldNote"
                : refused.own() ? "sync.refused.asideNote" : "sync.refused.notOwn";
        return Parts.column(8, row, Parts.wrapped(texts.get(note), "caption"));
    }

    @Override
    public MasterDetail<?> both() {
        return both;
    }

    @Override
    public boolean cancel() {
        return model.cancel();
    }

    @Override
    public void hidden() {
        listening.unsubscribe();
        both.hidden();
    }
}
