package xundang.model.template;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a table item's rows look like.
 *
 * @param minRows rows that it needs before the form can be submitted; 0 where an empty list is an answer
 */
public record TableRule(List<Column> columns, int minRows) {

    /**
     * One column.
     *
     * @param id key of its cells, e.g. {@code gb_code}
     * @param unit of a number; absent without one
     * @param options of a choice, in order; empty for other kinds
     * @param required whether no row may leave it empty
     * @param unique whether no two rows may have the same cell
     */
    public record Column(
            String id,
            Label label,
            ColumnKind kind,
            @Nullable String unit,
            List<TemplateItem.Option> options,
            boolean required,
            boolean unique) {}

    /** What a cell holds. */
    public enum ColumnKind {
        @JsonProperty("text")
        TEXT,
        @JsonProperty("number")
        NUMBER,
        /** A whole number from 1, such as a battery position. */
        @JsonProperty("position")
        POSITION,
        @JsonProperty("yes_no")
        YES_NO,
        @JsonProperty("choice")
        CHOICE,
        @JsonProperty("date")
        DATE
    }

    /** The column with that id. */
    public Optional<Column> column(String id) {
        return columns.stream().filter(column -> column.id().equals(id)).findFirst();
    }
}
