package xundang.desktop.app.ui;

import static xundang.desktop.app.ui.ScreenPicturesTest.plain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import xundang.desktop.app.ui.ScreenPicturesTest.Shot;
import xundang.desktop.inspection.ui.submitted.SubmittedInspectionView;
import xundang.desktop.inspection.ui.submitted.SubmittedViewModel;
import xundang.desktop.platform.theme.Appearance;
import xundang.desktop.report.ui.PrintPanel;
import xundang.desktop.report.ui.PrintViewModel;
import xundang.desktop.testing.Desk;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.ReadingValue;
import xundang.model.template.SlotId;

/** A submitted inspection, its correction, and printing. */
final class SubmittedShots {
    private SubmittedShots() {}

    static List<Shot> states() {
        return List.of(
                plain("submitted-correct", SubmittedShots::submittedCorrect),
                plain("submitted-gone", (desk, look) -> {
                    desk.submitted.gone = true;
                    return ScreenPicturesTest.shell(desk, look, new Location.Submitted(desk.submitted.filled.id()));
                }),
                plain("print", (desk, look) -> {
                    Shell shell =
                            ScreenPicturesTest.shell(desk, look, new Location.Submitted(desk.submitted.filled.id()));
                    shell.print();
                    return shell;
                }),
                plain("print-done", SubmittedShots::printDone));
    }

    static Parent submitted(Desk desk, Appearance look) {
        desk.submitted.amend();
        return ScreenPicturesTest.shell(desk, look, new Location.Submitted(desk.submitted.filled.id()));
    }

    private static Parent submittedCorrect(Desk desk, Appearance look) {
        SubmittedViewModel model = new SubmittedViewModel(desk.submitted, desk.tasks, new NoWays());
        model.open(desk.submitted.filled.id());
        model.choose(SlotId.of("M15"));
        model.openPanel(SubmittedViewModel.Panel.CORRECT);
        model.correct(new ReadingValue.Measured(new BigDecimal("33.5")), null, " ");
        return new SubmittedInspectionView(model, desk.context, desk.pictures).node();
    }

    private static Parent printDone(Desk desk, Appearance look) {
        desk.reports.absent = 2;
        desk.reports.missing = Set.of(0x1F600);
        PrintViewModel model = new PrintViewModel(desk.reports, desk.tasks, List.of(desk.submitted.filled.id()));
        PrintPanel panel = new PrintPanel(model, desk.texts, () -> {});
        model.save("/home/inspector/UPS-000006.pdf", true);
        return new StackPane(panel);
    }

    /** Leads nowhere. */
    private record NoWays() implements SubmittedViewModel.Actions {
        @Override
        public void openDossier(AssetId asset) {}

        @Override
        public void print(List<InspectionId> which) {}
    }
}
