package xundang.desktop.asset;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.model.asset.AssetId;
import xundang.model.asset.AttributeProblem;

/** Changing single fields of an object. */
public interface AssetEditing {
    /** Whether the signed-in person's role may change objects: inspectors and asset managers (domain specification, section 2). */
    boolean mayEdit();

    /**
     * Changes one field, or takes its value away when {@code value} is null. Durable and visible on return; the server hears of it with the
     * next contact. Blocking; on the store thread only.
     *
     * @param field name in the record, e.g. {@code attr.rated_kva}
     */
    EditOutcome change(AssetId asset, String field, @Nullable JsonNode value);

    /** What became of a change. */
    sealed interface EditOutcome {
        /** Saved and queued. */
        record Changed() implements EditOutcome {}

        /** It was so already; nothing was queued. */
        record Same() implements EditOutcome {}

        /** The value does not fit the field. */
        record Wrong(AttributeProblem problem) implements EditOutcome {}

        /** An object needs a value here. */
        record Required() implements EditOutcome {}

        /** The role or the field does not allow it. */
        record NotAllowed() implements EditOutcome {}

        /** The object is not on this laptop any more. */
        record Gone() implements EditOutcome {}
    }
}
