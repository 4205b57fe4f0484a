package xundang.desktop.platform.value;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.model.asset.AttributeProblem;

/** What somebody typed into a field, or chose in it. */
public sealed interface Typed {
    /** It fits; null for no value. */
    record Value(@Nullable JsonNode value) implements Typed {}

    /** It does not fit, and why. */
    record Wrong(AttributeProblem problem) implements Typed {}
}
