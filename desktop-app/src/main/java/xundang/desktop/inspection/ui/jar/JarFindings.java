package xundang.desktop.inspection.ui.jar;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.jar.JarCell;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;
import xundang.model.battery.JarJudgement;
import xundang.model.battery.JarRule;

/** 异常电池: each abnormal jar with the rules that it broke; each becomes a finding (缺陷) with its position. */
final class JarFindings extends VBox {
    private static final double LINE = 2.2;
    private static final int MOST_LINES = 3;

    private final JarTableViewModel jars;
    private final UiTexts texts;
    private final Label heading = Parts.label("", "strong");
    private final ListView<JarJudgement.Finding> list = new ListView<>();
    private List<JarJudgement.Finding> shown = List.of();

    /** @param toGrid the cursor goes to the grid */
    JarFindings(JarTableViewModel jars, UiTexts texts, Runnable toGrid) {
        super(4);
        this.jars = jars;
        this.texts = texts;
        list.setId("jar-findings");
        list.getStyleClass().addAll("plain-list", "jar-findings");
        list.setFocusTraversable(false);
        list.setCellFactory(ignored -> new FindingCell());
        list.getSelectionModel().selectedItemProperty().subscribe(finding -> {
            if (finding != null) {
                jars.select(new JarCell(finding.position(), jars.cell().column()));
                toGrid.run();
            }
        });
        getChildren().addAll(heading, list);
        jars.revisionProperty().subscribe(this::show);
        show();
    }

    private void show() {
        List<JarJudgement.Finding> now = jars.judgement().findings();
        String title = now.isEmpty()
                ? texts.get("inspection.jar.noFindings")
                : texts.get("inspection.jar.findings", now.size());
        if (!heading.getText().equals(title)) {
            heading.setText(title);
        }
        Parts.shown(list, !now.isEmpty());
        if (!now.equals(shown)) {
            shown = now;
            double lines = Math.min(MOST_LINES, now.size()) * LINE;
            list.setStyle("-fx-pref-height: %.1fem; -fx-min-height: %.1fem;".formatted(lines, lines));
            list.getItems().setAll(now);
        }
    }

    /** One jar. */
    private final class FindingCell extends ListCell<JarJudgement.Finding> {
        @Override
        protected void updateItem(JarJudgement.@Nullable Finding finding, boolean empty) {
            super.updateItem(finding, empty);
            // As wide as the list: a long line ends in dots, and the words stand in full above.
            setPrefWidth(0);
            setText(
                    finding == null || empty
                            ? ""
                            : texts.get(
                                    "inspection.jar.finding",
                                    finding.position(),
                                    finding.rules().stream().map(this::rule).collect(Collectors.joining("\u3001"))));
        }

        private String rule(JarRule rule) {
            return rule.code() + " " + texts.of(rule.label());
        }
    }
}
