package xundang.desktop.asset.ui;

import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import tools.jackson.databind.JsonNode;
import xundang.desktop.asset.Dossier;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.platform.value.FieldMeaning;
import xundang.desktop.sync.SyncDesk.ConflictCard;

/** What is in doubt about the object: sources that disagree, and changes of two people that wait for a decision. */
final class DossierDoubts {
    private final UiTexts texts;

    DossierDoubts(UiTexts texts) {
        this.texts = texts;
    }

    /** Both values of every field on which the sources disagree; hidden when there is none. */
    VBox conflicts(Dossier dossier) {
        VBox panel = Parts.column(
                8,
                Parts.row(
                        8,
                        new FontIcon(MaterialDesignS.SCALE_UNBALANCED),
                        Parts.label(
                                texts.get(
                                        "asset.dossier.conflicts",
                                        dossier.conflicts().size()),
                                "strong")));
        for (Dossier.SourceConflict conflict : dossier.conflicts()) {
            panel.getChildren().add(Parts.label(texts.of(conflict.label()), "caption"));
            for (Dossier.Candidate candidate : conflict.candidates()) {
                panel.getChildren()
                        .add(Parts.column(
                                0,
                                Parts.wrapped(candidate.value(), "strong"),
                                Parts.wrapped(texts.get("asset.dossier.source", candidate.source()), "caption")));
            }
        }
        panel.getChildren().add(Parts.wrapped(texts.get("asset.dossier.conflictStep")));
        panel.getStyleClass().addAll("notice-panel", "warning");
        panel.setId("dossier-conflicts");
        Parts.shown(panel, !dossier.conflicts().isEmpty());
        return panel;
    }

    /** Changes of two people that stand beside each other, with who made which value, and the way to the decision; hidden when there is none. */
    VBox disputes(Dossier dossier, Consumer<UUID> decide) {
        VBox panel = Parts.column(
                8,
                Parts.row(
                        8,
                        new FontIcon(MaterialDesignC.CALL_SPLIT),
                        Parts.label(
                                texts.get(
                                        "asset.dossier.disputes",
                                        dossier.disputes().size()),
                                "strong")));
        for (ConflictCard card : dossier.disputes()) {
            VBox words = Parts.column(2, Parts.label(name(card), "strong"));
            if (card.kind() == ConflictCard.Kind.EDIT || card.kind() == ConflictCard.Kind.RULE) {
                words.getChildren()
                        .addAll(
                                value("asset.dossier.ledgersValue", card, card.server(), card.ledgerSide()),
                                value("asset.dossier.besideValue", card, card.client(), card.authorSide()));
            }
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            panel.getChildren()
                    .add(Parts.row(
                            12,
                            words,
                            Parts.button(
                                    "dossier-conflict-" + card.id(),
                                    texts.get(card.mayGiveWay() ? "asset.dossier.decide" : "asset.dossier.look"),
                                    MaterialDesignA.ARROW_RIGHT,
                                    () -> decide.accept(card.id()))));
        }
        panel.getStyleClass().addAll("notice-panel", "warning");
        panel.setId("dossier-disputes");
        Parts.shown(panel, !dossier.disputes().isEmpty());
        return panel;
    }

    private String name(ConflictCard card) {
        return switch (card.kind()) {
            case DELETE -> texts.get("asset.dossier.disputedWhole");
            case DUPLICATE ->
                texts.get(
                        "asset.dossier.disputedNumber",
                        texts.of(FieldMeaning.of(card.category(), card.field()).label()));
            case EDIT, RULE, OTHER ->
                Arrays.stream(card.field().split("\\+", -1))
                        .map(field ->
                                texts.of(FieldMeaning.of(card.category(), field).label()))
                        .collect(Collectors.joining("、"));
        };
    }

    private Label value(String key, ConflictCard card, @Nullable JsonNode value, ConflictCard.@Nullable Side by) {
        String words = FieldMeaning.of(card.category(), card.field()).wordsWithUnit(value, texts.language());
        String shown = words.isEmpty() ? texts.get("asset.dossier.noValue") : words;
        return Parts.wrapped(texts.get(key, shown) + who(by));
    }

    private String who(ConflictCard.@Nullable Side by) {
        if (by == null) {
            return "";
        }
        String at = by.at() == null ? "" : " · " + texts.times().full(texts.language(), by.at());
        return (by.person().isEmpty() ? "" : " · " + by.person()) + at;
    }
}
