package xundang.desktop.sync.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xundang.desktop.platform.db.StoreException;
import xundang.desktop.sync.SyncDesk.Refused;
import xundang.desktop.sync.ui.RefusedViewModel.FieldEdit;
import xundang.desktop.testing.Desk;

class RefusedViewModelTest {
    private final Desk desk = new Desk();
    private final RefusedViewModel model = new RefusedViewModel(desk.waiting, desk.tasks);
    private Refused edit;
    private Refused inspection;
    private Refused held;

    @BeforeEach
    void read() {
        model.list().reload();
        edit = desk.waiting.refused.get(0);
        inspection = desk.waiting.refused.get(1);
        held = desk.waiting.refused.get(2);
    }

    private FieldEdit field(String name) {
        return model.correctionProperty().get().fields().stream()
                .filter(each -> each.typed().meaning().field().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatCanBeDoneDependsOnWhatItIs() {
        assertThat(RefusedViewModel.mayCorrect(edit)).isTrue();
        assertThat(RefusedViewModel.mayCorrect(inspection))
                .as("a submitted inspection is sealed")
                .isFalse();
        assertThat(RefusedViewModel.maySend(inspection)).isTrue();
        assertThat(RefusedViewModel.maySend(held)).isFalse();
    }

    @Test
    void aCorrectionOpensWithWhatWasWantedAndNotWithTheProgramsMarks() {
        model.correct(edit);
        assertThat(model.correctionProperty().get().fields())
                .extracting(each -> each.typed().meaning().field())
                .containsExactly("room", "attr.rated_kva");
        assertThat(field("room").typed().textProperty().get()).isEqualTo("B205");
    }

    @Test
    void aWrongFieldIsSaidAndNothingIsSentOrLost() {
        model.correct(edit);
        model.send();
        assertThat(desk.waiting.done).isEmpty();
        assertThat(field("attr.rated_kva").typed().problemProperty().get()).isNotNull();
        assertThat(field("room").typed().textProperty().get()).isEqualTo("B205");
    }

    @Test
    void aCorrectedChangeIsSentWithItsMarksAndLeavesTheList() {
        model.correct(edit);
        field("attr.rated_kva").typed().textProperty().set("320");
        model.send();
        assertThat(desk.waiting.done).containsExactly("again 1 {room=\"B205\", attr.rated_kva=320, changed.room=true}");
        assertThat(model.correctionProperty().get()).isNull();
        assertThat(model.list().items()).doesNotContain(edit);
    }

    @Test
    void aFieldThatIsGivenUpIsLeftOut() {
        model.correct(edit);
        field("attr.rated_kva").givenUp().set(true);
        model.send();
        assertThat(desk.waiting.done).containsExactly("again 1 {room=\"B205\", changed.room=true}");
    }

    @Test
    void aChangeOfWhichEverythingIsGivenUpIsNotSent() {
        model.correct(edit);
        model.correctionProperty().get().fields().forEach(each -> each.givenUp().set(true));
        model.send();
        assertThat(desk.waiting.done).isEmpty();
    }

    @Test
    void puttingAsideTakesItOffTheList() {
        model.setAside(inspection);
        assertThat(model.list().items()).containsExactly(edit, held);
    }

    @Test
    void aDecisionThatCouldNotBeKeptIsSaidAndWhatWasTypedStays() {
        model.correct(edit);
        field("attr.rated_kva").typed().textProperty().set("320");
        desk.waiting.fault = new StoreException(StoreException.Reason.DISK_FULL, "no space");
        model.send();
        assertThat(model.list().errorProperty().get().code()).isEqualTo("E-STORE-101");
        assertThat(field("attr.rated_kva").typed().textProperty().get()).isEqualTo("320");
        assertThat(model.list().items()).hasSize(3);
    }
}
