package xundang.desktop.inspection.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xundang.desktop.inspection.ui.TodayViewModel.Line;
import xundang.desktop.testing.Desk;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;

class TodayViewModelTest {
    private final Desk desk = new Desk();
    private final List<String> went = new ArrayList<>();
    private final TodayViewModel model =
            new TodayViewModel(desk.inspections, desk.tasks, new TodayViewModel.Actions() {
                @Override
                public void openDossier(AssetId asset) {
                    went.add("dossier");
                }

                @Override
                public void resume(InspectionId draft) {
                    went.add("form");
                }
            });

    @BeforeEach
    void load() {
        model.reload();
    }

    @Test
    void itemsStandUnderTheirPlaceInTheGivenOrder() {
        assertThat(model.lines().getFirst()).isEqualTo(new Line.Place("杨浦机房", 1, 6));
        assertThat(model.lines()).filteredOn(Line.Place.class::isInstance).hasSize(3);
        assertThat(model.lines()).hasSize(desk.inspections.due.size() + 3);
    }

    @Test
    void statesAreCounted() {
        assertThat(model.countsProperty().get()).isEqualTo(new TodayViewModel.Counts(1, 5, 1, 2));
    }

    @Test
    void aBegunFormReopensAndAnythingElseShowsTheDossier() {
        model.open(model.lines().get(1));
        model.open(model.lines().get(2));
        model.open(model.lines().get(0));
        assertThat(went).containsExactly("dossier", "form");
    }
}
