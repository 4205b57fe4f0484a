package xundang.desktop.asset.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import xundang.desktop.asset.Dossier;
import xundang.desktop.photo.PhotoThumbnail;
import xundang.desktop.photo.Pictures;
import xundang.desktop.platform.fx.Thumbnail;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Badge;
import xundang.desktop.platform.theme.Parts;
import xundang.model.inspection.InspectionId;
import xundang.model.photo.PhotoId;

/** What happened to the object: inspections with their verdicts and where each stands on its way, and the photo strip. */
final class DossierHistory {
    private static final int MOST_PHOTOS = 24;

    private final UiContext context;
    private final UiTexts texts;
    private final Pictures pictures;
    private final Consumer<PhotoId> openPhoto;
    private final Consumer<InspectionId> openInspection;

    DossierHistory(
            UiContext context, Pictures pictures, Consumer<PhotoId> openPhoto, Consumer<InspectionId> openInspection) {
        this.context = context;
        this.texts = context.texts();
        this.pictures = pictures;
        this.openPhoto = openPhoto;
        this.openInspection = openInspection;
    }

    /** Past inspections, newest first. */
    VBox past(Dossier dossier) {
        VBox card = Parts.card(0, Parts.label(texts.get("asset.dossier.history"), "strong"));
        card.setId("dossier-history");
        if (dossier.history().isEmpty()) {
            card.getChildren().add(Parts.wrapped(texts.get("asset.dossier.noHistory"), "muted"));
        }
        dossier.history().forEach(past -> card.getChildren().add(line(past)));
        return card;
    }

    private VBox line(Dossier.PastInspection past) {
        List<String> counts = new ArrayList<>();
        if (past.abnormal() > 0) {
            counts.add(texts.get("asset.dossier.abnormal", past.abnormal()));
        }
        if (past.warnings() > 0) {
            counts.add(texts.get("asset.dossier.warnings", past.warnings()));
        }
        counts.add(texts.get("asset.dossier.photoCount", past.photos()));
        if (past.addenda() > 0) {
            counts.add(texts.get("asset.dossier.addenda", past.addenda()));
        }
        if (past.second()) {
            counts.add(texts.get("asset.dossier.second"));
        }
        HBox first = Parts.row(
                8,
                Parts.label(texts.times().full(texts.language(), past.submittedAt()), "figures"),
                Parts.spring(),
                new Badge(texts, past.verdict()),
                new Badge(texts, past.syncState()));
        String who = past.inspector() + " · " + texts.ofCode("asset.template.", past.templateId());
        VBox line = Parts.column(2, first, Parts.wrapped(who + " · " + String.join(" · ", counts), "caption"));
        line.getStyleClass().addAll("history-line", "history-link");
        line.setId("history-" + past.id());
        line.setFocusTraversable(true);
        line.setOnMouseClicked(ignored -> openInspection.accept(past.id()));
        line.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                openInspection.accept(past.id());
                key.consume();
            }
        });
        return line;
    }

    /** The newest photos; a click opens one large. */
    VBox photos(Dossier dossier) {
        FlowPane strip = new FlowPane(8, 8);
        strip.setId("dossier-photos");
        dossier.photos().stream().limit(MOST_PHOTOS).forEach(id -> {
            Thumbnail thumbnail = new Thumbnail(context.tasks(), new PhotoThumbnail(pictures, id), 112, 84);
            thumbnail.setOnMouseClicked(ignored -> openPhoto.accept(id));
            strip.getChildren().add(thumbnail);
        });
        VBox card = Parts.card(
                12,
                Parts.label(texts.get("asset.dossier.photos", dossier.photos().size()), "strong"),
                strip);
        Parts.shown(card, !dossier.photos().isEmpty());
        return card;
    }
}
