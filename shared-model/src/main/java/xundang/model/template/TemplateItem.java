package xundang.model.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of a template as the data file declares it, without its limits (those depend on the asset, see {@link FormSlot}).
 *
 * @param id e.g. {@code M05}
 * @param unit printed beside the field; absent when the item has none
 * @param options choices in order; empty for other kinds
 * @param help one sentence for the active row: how to take the reading; absent when the label says it all
 */
public record TemplateItem(
        String id,
        Label label,
        ItemKind kind,
        @Nullable String unit,
        List<Option> options,
        PhotoRule photo,
        @Nullable Label help) {

    /** One choice. */
    public record Option(String code, Label label) {}
}
