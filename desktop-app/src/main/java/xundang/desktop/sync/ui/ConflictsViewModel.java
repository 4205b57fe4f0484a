package xundang.desktop.sync.ui;

import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.fx.TypedValue;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.desktop.platform.value.FieldMeaning;
import xundang.desktop.sync.SyncDesk;
import xundang.desktop.sync.SyncDesk.ConflictCard;
import xundang.desktop.sync.SyncDesk.ConflictPhotos;
import xundang.model.asset.AttributeType;

/** 分歧: values that stand beside each other, and the decisions between them. Interface's thread. */
public final class ConflictsViewModel {
    /** A third value while somebody types it. */
    public record Third(ConflictCard card, TypedValue typed) {}

    /**
     * The pictures of the conflict in view.
     *
     * @param found absent if they could not be read
     */
    public record Photos(UUID conflict, @Nullable ConflictPhotos found) {}

    private final SyncDesk desk;
    private final BackgroundTasks tasks;
    private final DeskList<ConflictCard> list;
    private final ReadOnlyObjectWrapper<@Nullable Photos> photos = new ReadOnlyObjectWrapper<>();
    private @Nullable UUID looking;
    private final ReadOnlyObjectWrapper<@Nullable Third> third = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable UUID> wanted = new ReadOnlyObjectWrapper<>();

    public ConflictsViewModel(SyncDesk desk, BackgroundTasks tasks) {
        this.desk = desk;
        this.tasks = tasks;
        list = new DeskList<>(tasks, desk::conflicts);
    }

    DeskList<ConflictCard> list() {
        return list;
    }

    /** Reads the list again, and the pictures of the conflict in view. */
    void reload() {
        list.reload();
        if (looking != null) {
            look(looking);
        }
    }

    /** The pictures of the conflict in view; null until they were read. */
    public ReadOnlyObjectProperty<@Nullable Photos> photosProperty() {
        return photos.getReadOnlyProperty();
    }

    /** This conflict is in view now: reads which pictures help to decide it. */
    public void look(UUID conflict) {
        looking = conflict;
        tasks.store(() -> desk.photos(conflict), found -> found(new Photos(conflict, found)), fault -> {
            // The values and the decision do not depend on it: the card says that the pictures are missing.
            Faults.onReading(fault);
            found(new Photos(conflict, null));
        });
    }

    private void found(Photos what) {
        if (what.conflict().equals(looking)) {
            photos.set(what);
        }
    }

    /** No conflict is in view any more. */
    public void lookAway() {
        looking = null;
        photos.set(null);
    }

    /** The card that should be in view, as another screen asked for it; null for the first one. */
    public ReadOnlyObjectProperty<@Nullable UUID> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /** Brings a card into view. */
    public void want(UUID conflict) {
        wanted.set(conflict);
    }

    /** The third value that is being typed; null when none is. */
    public ReadOnlyObjectProperty<@Nullable Third> thirdProperty() {
        return third.getReadOnlyProperty();
    }

    /** How many wait for a decision. */
    public long open() {
        return list.items().stream()
                .filter(card -> card.open() && !card.pending())
                .count();
    }

    /** 采用台账的值. */
    public void takeLedgers(ConflictCard card) {
        if (card.mayGiveWay()) {
            settle(card, card.server());
        }
    }

    /** 采用更改人的值. */
    public void takeAuthors(ConflictCard card) {
        if (card.mayDecide()) {
            settle(card, card.client());
        }
    }

    /** Whether a third value can be typed: one field of a kind that the catalogue knows, or a new number. */
    public static boolean mayTypeThird(ConflictCard card) {
        FieldMeaning meaning = FieldMeaning.of(card.category(), card.field());
        return card.mayDecide()
                && card.kind() != ConflictCard.Kind.DELETE
                && meaning.def() != null
                && meaning.type() != AttributeType.OBJECT;
    }

    /** 另填一个值: opens the input. */
    public void typeThird(ConflictCard card) {
        if (mayTypeThird(card)) {
            JsonNode present = card.kind() == ConflictCard.Kind.DUPLICATE ? card.client() : card.server();
            third.set(new Third(card, new TypedValue(FieldMeaning.of(card.category(), card.field()), present)));
        }
    }

    /** Closes the input; false if it was not open. */
    public boolean cancelThird() {
        boolean open = third.get() != null;
        third.set(null);
        return open;
    }

    /** Settles with what was typed, if it fits; otherwise the problem shows and what was typed stays. */
    public void takeThird() {
        Third typed = third.get();
        if (typed != null) {
            typed.typed().read().ifPresent(value -> settle(typed.card(), value.value()));
        }
    }

    private void settle(ConflictCard card, @Nullable JsonNode value) {
        list.decide(() -> desk.settle(card.id(), value), () -> third.set(null));
    }

    /** The card with that id, if it is here. */
    public Optional<ConflictCard> card(UUID id) {
        return list.items().stream().filter(card -> card.id().equals(id)).findFirst();
    }
}
