package xundang.model.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of a template as the data file declares it, without its limits (those depend on the asset, see {@link FormSlot}).
 *
 * @param id e.g. {@code M05}
 * @param unit printed beside the field; absent when the item has none
 * @param options choices in order; empty for other kinds
 * @param photoPair whether the pictures are a pair, the one before the work first; then two are needed where one would be
 * @param help one sentence for the active row: how to take the reading; absent when the label says it all
 * @param answer whether the item may stay empty
 * @param noteRequiredWhen answers (option codes, or {@code yes}/{@code no}) that say too little without a note; empty for most items
 * @param weight of the item in a spot check's score; absent for forms without one
 * @param table columns and size of a table; absent for other kinds
 */
public record TemplateItem(
        String id,
        Label label,
        ItemKind kind,
        @Nullable String unit,
        List<Option> options,
        PhotoRule photo,
        boolean photoPair,
        @Nullable Label help,
        AnswerRule answer,
        List<String> noteRequiredWhen,
        @Nullable Integer weight,
        @Nullable TableRule table) {

    /** An item that has to be answered. */
    public TemplateItem(
            String id,
            Label label,
            ItemKind kind,
            @Nullable String unit,
            List<Option> options,
            PhotoRule photo,
            @Nullable Label help) {
        this(id, label, kind, unit, options, photo, false, help, AnswerRule.REQUIRED, List.of(), null, null);
    }

    /** One choice. */
    public record Option(String code, Label label) {}

    /** The same item with another photo rule. */
    TemplateItem withPhoto(PhotoRule rule) {
        return new TemplateItem(
                id, label, kind, unit, options, rule, photoPair, help, answer, noteRequiredWhen, weight, table);
    }
}
