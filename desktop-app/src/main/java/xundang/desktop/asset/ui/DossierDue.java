package xundang.desktop.asset.ui;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import xundang.desktop.asset.Dossier;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Badge;
import xundang.desktop.platform.theme.Look;
import xundang.desktop.platform.theme.Parts;

/** What is to be inspected on an object: the most urgent as the main action (Enter), further forms beneath it, each with its digit. */
final class DossierDue {
    private static final int MOST = 5;

    private final DossierViewModel model;
    private final UiTexts texts;

    DossierDue(DossierViewModel model, UiTexts texts) {
        this.model = model;
        this.texts = texts;
    }

    VBox show(Dossier dossier) {
        VBox box = Parts.column(8);
        box.getStyleClass().add("right");
        List<Dossier.Due> due = dossier.due();
        if (due.isEmpty()) {
            box.getChildren().add(Parts.label(texts.get("asset.dossier.noPlan"), "muted"));
            return box;
        }
        box.getChildren().addAll(main(due.getFirst()));
        for (int place = 1; place < Math.min(MOST, due.size()); place++) {
            box.getChildren().add(further(due.get(place), place + 1));
        }
        return box;
    }

    private List<Node> main(Dossier.Due due) {
        Badge badge = new Badge(texts);
        badge.show(look(due), when(due));
        String word = due.openDraft() == null ? "asset.dossier.begin" : "asset.dossier.resume";
        Button begin = Parts.mainButton("dossier-begin", texts.get(word), MaterialDesignP.PLAY, () -> model.begin(0));
        begin.getStyleClass().add("large");
        return List.of(badge, begin, Parts.label(texts.get("asset.dossier.enter", due.plan()), "caption"));
    }

    private Button further(Dossier.Due due, int digit) {
        return Parts.quietButton(
                "dossier-begin-" + digit,
                texts.get("asset.dossier.further", digit, due.plan(), when(due)),
                look(due).icon(),
                () -> model.begin(digit - 1));
    }

    private static Look look(Dossier.Due due) {
        if (due.later()) {
            return Look.UPCOMING;
        }
        return due.overdue() ? Look.OVERDUE : Look.DUE;
    }

    private String when(Dossier.Due due) {
        if (due.closes() != null && !due.later()) {
            return texts.get("asset.dossier.dueAt", texts.times().clock(due.closes()));
        }
        String day = texts.times().day(texts.language(), due.dueOn());
        if (due.later()) {
            return texts.get("asset.dossier.next", day);
        }
        return texts.get(due.overdue() ? "asset.dossier.overdue" : "asset.dossier.due", day);
    }
}
