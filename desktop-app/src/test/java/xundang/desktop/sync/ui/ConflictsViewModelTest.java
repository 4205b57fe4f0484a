package xundang.desktop.sync.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xundang.desktop.platform.db.StoreException;
import xundang.desktop.platform.tasks.QueuedBackgroundTasks;
import xundang.desktop.sync.SyncDesk.ConflictCard;
import xundang.desktop.sync.SyncDesk.ConflictPhotos;
import xundang.desktop.sync.ui.ConflictsViewModel.Photos;
import xundang.desktop.testing.Desk;
import xundang.desktop.testing.FixedDesk;

class ConflictsViewModelTest {
    private final Desk desk = new Desk();
    private final ConflictsViewModel model = new ConflictsViewModel(desk.waiting, desk.tasks);
    private ConflictCard floor;
    private ConflictCard own;

    @BeforeEach
    void read() {
        model.list().reload();
        floor = model.card(FixedDesk.EDIT_CONFLICT).orElseThrow();
        own = model.card(FixedDesk.OWN_CONFLICT).orElseThrow();
    }

    @Test
    void onlyWhatWaitsForADecisionIsCounted() {
        assertThat(model.open()).isEqualTo(3);
    }

    @Test
    void theLedgersValueTheAuthorsAndAThirdCanBeTaken() {
        model.takeLedgers(floor);
        model.takeAuthors(floor);
        model.typeThird(floor);
        assertThat(model.thirdProperty().get().typed().textProperty().get()).isEqualTo("4");
        model.thirdProperty().get().typed().textProperty().set("6");
        model.takeThird();
        assertThat(desk.waiting.done).containsExactly("settle 1 \"4\"", "settle 1 \"5\"", "settle 1 \"6\"");
        assertThat(model.thirdProperty().get()).isNull();
    }

    @Test
    void theAuthorWithoutTheRoleMayOnlyGiveWay() {
        model.takeAuthors(own);
        model.typeThird(own);
        assertThat(desk.waiting.done).isEmpty();
        assertThat(model.thirdProperty().get()).isNull();
        model.takeLedgers(own);
        assertThat(desk.waiting.done).containsExactly("settle 2 300");
    }

    @Test
    void aThirdValueThatDoesNotFitIsSaidAndStays() {
        ConflictCard capacity = FixedDesk.capacity(true, true);
        model.typeThird(capacity);
        model.thirdProperty().get().typed().textProperty().set("很大");
        model.takeThird();
        assertThat(desk.waiting.done).isEmpty();
        assertThat(model.thirdProperty().get().typed().problemProperty().get()).isNotNull();
        assertThat(model.cancelThird()).isTrue();
        assertThat(model.cancelThird()).isFalse();
    }

    @Test
    void thePicturesOfTheConflictInViewAreReadAndReadAgainWithTheList() {
        model.look(FixedDesk.EDIT_CONFLICT);
        assertThat(model.photosProperty().get())
                .isEqualTo(new Photos(FixedDesk.EDIT_CONFLICT, desk.waiting.photos.get(FixedDesk.EDIT_CONFLICT)));
        desk.waiting.photos.clear();
        model.reload();
        assertThat(model.photosProperty().get()).isEqualTo(new Photos(FixedDesk.EDIT_CONFLICT, ConflictPhotos.NONE));
        model.lookAway();
        assertThat(model.photosProperty().get()).isNull();
    }

    @Test
    void anAnswerForAConflictThatWasLeftMeanwhileIsNotShown() {
        QueuedBackgroundTasks slow = new QueuedBackgroundTasks();
        ConflictsViewModel late = new ConflictsViewModel(desk.waiting, slow);
        late.look(FixedDesk.EDIT_CONFLICT);
        late.look(FixedDesk.OWN_CONFLICT);
        slow.runStoreOnce();
        assertThat(late.photosProperty().get()).isNull();
        slow.runStore();
        assertThat(late.photosProperty().get().conflict()).isEqualTo(FixedDesk.OWN_CONFLICT);
    }

    @Test
    void picturesThatCannotBeReadDoNotHideTheConflict() {
        desk.waiting.photoFault = new StoreException(StoreException.Reason.DAMAGED, "page 7");
        model.look(FixedDesk.EDIT_CONFLICT);
        assertThat(model.photosProperty().get()).isEqualTo(new Photos(FixedDesk.EDIT_CONFLICT, null));
        assertThat(model.list().errorProperty().get()).isNull();
    }

    @Test
    void whatIsSettledOrOnItsWayCannotBeDecidedAgain() {
        model.list().items().stream()
                .filter(card -> !card.open() || card.pending())
                .forEach(card -> {
                    model.takeLedgers(card);
                    model.takeAuthors(card);
                    model.typeThird(card);
                });
        assertThat(desk.waiting.done).isEmpty();
    }
}
