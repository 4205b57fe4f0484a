package xundang.desktop.sync.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.desktop.platform.fx.TypedValue;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.desktop.platform.value.FieldMeaning;
import xundang.desktop.platform.value.Typed;
import xundang.desktop.sync.SyncDesk;
import xundang.desktop.sync.SyncDesk.Refused;
import xundang.model.asset.AttributeType;
import xundang.model.sync.RecordType;

/** 需处理: refused changes, and what a person can do with each. Interface's thread. */
public final class RefusedViewModel {
    /**
     * A refused change while somebody corrects it.
     *
     * @param fields those that can be typed; the others go again as they were
     */
    public record Correction(Refused of, List<FieldEdit> fields) {}

    /** One field of it. */
    public record FieldEdit(TypedValue typed, BooleanProperty givenUp) {}

    private final SyncDesk desk;
    private final DeskList<Refused> list;
    private final ReadOnlyObjectWrapper<@Nullable Correction> correction = new ReadOnlyObjectWrapper<>();

    public RefusedViewModel(SyncDesk desk, BackgroundTasks tasks) {
        this.desk = desk;
        list = new DeskList<>(tasks, desk::refused);
    }

    DeskList<Refused> list() {
        return list;
    }

    /** What is being corrected now; null when nothing is. */
    public ReadOnlyObjectProperty<@Nullable Correction> correctionProperty() {
        return correction.getReadOnlyProperty();
    }

    /** Whether this person can do anything with it but put it aside. */
    public static boolean maySend(Refused refused) {
        return refused.own() && !refused.held();
    }

    /** Whether it consists of fields that can be typed again. A submitted inspection is sealed; it can only go again as it is. */
    public static boolean mayCorrect(Refused refused) {
        return maySend(refused)
                && refused.key().type().equals(RecordType.ASSET)
                && refused.set().keySet().stream().anyMatch(field -> canBeTyped(refused, field));
    }

    private static boolean canBeTyped(Refused refused, String field) {
        FieldMeaning meaning = FieldMeaning.of(refused.category(), field);
        return meaning.def() != null && meaning.type() != AttributeType.OBJECT;
    }

    /** Opens the fields for typing. */
    public void correct(Refused refused) {
        if (!mayCorrect(refused)) {
            return;
        }
        List<FieldEdit> fields = new ArrayList<>();
        refused.set().forEach((field, change) -> {
            if (canBeTyped(refused, field)) {
                fields.add(new FieldEdit(
                        new TypedValue(FieldMeaning.of(refused.category(), field), change.to()),
                        new SimpleBooleanProperty()));
            }
        });
        correction.set(new Correction(refused, List.copyOf(fields)));
    }

    /** Closes the fields; false if none were open. */
    public boolean cancel() {
        boolean open = correction.get() != null;
        correction.set(null);
        return open;
    }

    /** Sends what was corrected, if every field that is kept fits; otherwise the problems show and nothing is lost. */
    public void send() {
        Correction open = correction.get();
        if (open == null) {
            return;
        }
        Map<String, @Nullable JsonNode> set = wanted(open.of());
        boolean fits = true;
        for (FieldEdit edit : open.fields()) {
            String field = edit.typed().meaning().field();
            if (edit.givenUp().get()) {
                set.remove(field);
            } else {
                Optional<Typed.Value> value = edit.typed().read();
                fits &= value.isPresent();
                value.ifPresent(typed -> set.put(field, typed.value()));
            }
        }
        if (fits && open.fields().stream().anyMatch(edit -> !edit.givenUp().get())) {
            list.decide(() -> desk.sendAgain(open.of().opId(), set), () -> correction.set(null));
        }
    }

    /** Sends it again as it was: the reason may have gone away, for instance a permission. */
    public void sendUnchanged(Refused refused) {
        list.decide(() -> desk.sendAgain(refused.opId(), wanted(refused)), this::cancel);
    }

    private static Map<String, @Nullable JsonNode> wanted(Refused refused) {
        Map<String, @Nullable JsonNode> set = new LinkedHashMap<>();
        refused.set().forEach((field, change) -> set.put(field, change.to()));
        return set;
    }

    /** Takes it off the list. */
    public void setAside(Refused refused) {
        list.decide(() -> desk.setAside(refused.opId()), this::cancel);
    }
}
