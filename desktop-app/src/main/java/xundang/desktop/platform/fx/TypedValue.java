package xundang.desktop.platform.fx;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.desktop.platform.value.FieldMeaning;
import xundang.desktop.platform.value.Typed;
import xundang.model.asset.AttributeProblem;

/** One field while somebody edits it: what is typed, and what is wrong with it. Interface's thread. */
public final class TypedValue {
    private final FieldMeaning meaning;
    private final StringProperty text = new SimpleStringProperty();
    private final ReadOnlyObjectWrapper<@Nullable AttributeProblem> problem = new ReadOnlyObjectWrapper<>();

    public TypedValue(FieldMeaning meaning, @Nullable JsonNode present) {
        this.meaning = meaning;
        text.set(meaning.typed(present));
        text.subscribe((before, after) -> problem.set(null));
    }

    /** What is being edited. */
    public FieldMeaning meaning() {
        return meaning;
    }

    /** What is typed, or the code that is chosen. */
    public StringProperty textProperty() {
        return text;
    }

    /** What was wrong at the last {@link #read}; goes away with the next key. */
    public ReadOnlyObjectProperty<@Nullable AttributeProblem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The value, if what is typed is one; otherwise the problem shows and what is typed stays. */
    public Optional<Typed.Value> read() {
        return switch (meaning.read(text.get())) {
            case Typed.Value value -> Optional.of(value);
            case Typed.Wrong wrong -> {
                problem.set(wrong.problem());
                yield Optional.empty();
            }
        };
    }
}
