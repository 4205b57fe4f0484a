package xundang.model.template;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One place of a form where something is entered: an item, or one part of an item that is asked per phase.
 *
 * @param item e.g. {@code M05}
 * @param part empty, or e.g. {@code L2}
 */
public record SlotId(String item, String part) {
    /** An item that is asked once. */
    public static SlotId of(String item) {
        return new SlotId(item, "");
    }

    /** Reads the text form, {@code M05} or {@code M05.L2}. */
    @JsonCreator
    public static SlotId parse(String text) {
        int dot = text.indexOf('.');
        return dot < 0 ? of(text) : new SlotId(text.substring(0, dot), text.substring(dot + 1));
    }

    @Override
    @JsonValue
    public String toString() {
        return part.isEmpty() ? item : item + "." + part;
    }
}
