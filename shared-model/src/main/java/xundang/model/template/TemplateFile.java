package xundang.model.template;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xundang.model.asset.AttributeDef;
import xundang.model.asset.CategoryCatalog;

/**
 * A template's data file as it was read, before anything about it is known to be right: what may be absent is nullable here, and
 * {@link TemplateCheck} says what must not be.
 *
 * @param format version of this file's shape
 * @param category asset category that the template is for, {@code *} for all, or {@code project}
 * @param attributes every attribute that conditions and limits use
 * @param asks attributes that the form asks for when the ledger lacks them
 * @param partitions ways of asking one item several times, by name
 */
record TemplateFile(
        int format,
        @Nullable String id,
        int version,
        @Nullable String category,
        @Nullable Label title,
        @Nullable Map<String, AttributeUse> attributes,
        @Nullable List<String> asks,
        @Nullable Map<String, Partition> partitions,
        @Nullable List<SectionEntry> sections) {

    /** The shape that this program reads. */
    static final int FORMAT = 1;

    /**
     * An attribute that the template uses. Its name, unit and range stand in the catalogue, so that ledger and form cannot mean different
     * things by it.
     *
     * @param of where the catalogue lists it: a category, {@code common}, {@code site} or {@code visit}; absent for the template's category
     * @param options its values, when it has only a few
     * @param fallback used when nobody filled it in; only where the domain specification gives a default
     * @param fallbackSource where that default comes from
     */
    record AttributeUse(
            @Nullable String of,
            @Nullable List<String> options,
            @JsonProperty("default") @Nullable String fallback,
            @JsonProperty("default_source") @Nullable String fallbackSource) {}

    /**
     * Parts by the value of an attribute; no parts means asked once. {@code unknown} holds until the value is known.
     *
     * @param fixed parts that are always the same; instead of an attribute
     * @param labels names of the fixed parts
     * @param counted name of the n-th part, with {@code {0}} for n, where the attribute says how many there are
     */
    record Partition(
            @Nullable String attribute,
            @Nullable Map<String, List<String>> parts,
            @Nullable List<String> unknown,
            @Nullable List<String> fixed,
            @Nullable Map<String, Label> labels,
            @Nullable Label counted) {}

    /** @param include sections of another template, taken over as they are; then the section has no items of its own */
    record SectionEntry(
            @Nullable Label title,
            @Nullable List<ItemEntry> items,
            @Nullable IncludeEntry include) {}

    /** @param sections numbers of the sections, from 1 */
    record IncludeEntry(
            @Nullable String id, int version, @Nullable List<Integer> sections) {}

    /** An item of this file, or of another template when {@code id} is given. */
    record ItemRef(
            @Nullable String id, int version, @Nullable String item) {}

    record ItemEntry(
            @Nullable String id,
            @Nullable Label label,
            @Nullable ItemKind kind,
            @Nullable String unit,
            @Nullable List<TemplateItem.Option> options,
            @Nullable PhotoRule photo,
            @JsonProperty("photo_pair") @Nullable Boolean photoPair,
            @Nullable Label help,
            @Nullable AnswerRule answer,
            @JsonProperty("note_required_when") @Nullable List<String> noteRequiredWhen,
            @Nullable Integer weight,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<ConditionEntry> when,

            @Nullable String parts,
            @Nullable List<ColumnEntry> columns,
            @JsonProperty("min_rows") @Nullable Integer minRows,
            @Nullable ComputeEntry compute,
            @Nullable LimitsEntry limits,
            @JsonProperty("same_limits_as") @Nullable ItemRef sameLimitsAs) {

        /** The item with limits that were taken over. */
        ItemEntry withLimits(@Nullable LimitsEntry others) {
            return new ItemEntry(
                    id,
                    label,
                    kind,
                    unit,
                    options,
                    photo,
                    photoPair,
                    help,
                    answer,
                    noteRequiredWhen,
                    weight,
                    when,
                    parts,
                    columns,
                    minRows,
                    compute,
                    others,
                    null);
        }
    }

    record ColumnEntry(
            @Nullable String id,
            @Nullable Label label,
            TableRule.@Nullable ColumnKind kind,
            @Nullable String unit,
            @Nullable List<TemplateItem.Option> options,
            @Nullable Boolean required,
            @Nullable Boolean unique) {}

    /** The attribute's definition in the catalogue, if the template names one that is there. */
    Optional<AttributeDef> definition(String name) {
        AttributeUse use = all(attributes).get(name);
        String listedUnder = use == null || use.of() == null ? category : use.of();
        return use == null || listedUnder == null
                ? Optional.empty()
                : CategoryCatalog.bundled().listedUnder(listedUnder, name);
    }

    /** The same file with what it takes over from others put in. */
    TemplateFile with(
            Map<String, AttributeUse> otherAttributes,
            List<String> otherAsks,
            Map<String, Partition> otherPartitions,
            List<SectionEntry> otherSections) {
        return new TemplateFile(
                format, id, version, category, title, otherAttributes, otherAsks, otherPartitions, otherSections);
    }

    /** @param item slot whose answer decides, instead of an attribute */
    record ConditionEntry(
            @Nullable String attribute,
            @Nullable String item,
            @Nullable List<String> is,
            @Nullable BigDecimal above) {
        /** The attribute or the slot. */
        @Nullable
        String subject() {
            return item == null ? attribute : item;
        }
    }

    /** A named function of items and attributes, a count of rows ({@code where} a column has a value), or a formula. */
    record ComputeEntry(
            @Nullable Computation function,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> of,

            @Nullable List<String> with,
            @JsonProperty("rows_of") @Nullable String rowsOf,
            @Nullable WhereEntry where,
            @Nullable String formula) {}

    record WhereEntry(@Nullable String column, @Nullable String is) {}

    /** Either ranges (numbers) or options (everything chosen). The first case that holds replaces them. */
    record LimitsEntry(
            @Nullable String source,
            @Nullable RangeEntry normal,
            @Nullable RangeEntry warn,
            @JsonProperty("normal_options") @Nullable List<String> normalOptions,
            @JsonProperty("warn_options") @Nullable List<String> warnOptions,
            @JsonProperty("unjudged_options") @Nullable List<String> unjudgedOptions,
            @Nullable List<CaseEntry> cases) {}

    /** {@code low} and {@code high} are inside the range, {@code above} and {@code below} are not. */
    record RangeEntry(
            @Nullable String low,
            @Nullable String high,
            @Nullable String above,
            @Nullable String below) {
        @Nullable
        String lowEnd() {
            return above == null ? low : above;
        }

        @Nullable
        String highEnd() {
            return below == null ? high : below;
        }
    }

    /** @param source of other ranges; absent when it is that of the limits */
    record CaseEntry(
            @Nullable ConditionEntry when,
            @Nullable String source,
            @Nullable RangeEntry normal,
            @Nullable RangeEntry warn,
            @JsonProperty("normal_options") @Nullable List<String> normalOptions,
            @JsonProperty("warn_options") @Nullable List<String> warnOptions) {}

    /** An absent list is an empty one. */
    static <T> List<T> all(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** An absent map is an empty one. */
    static <T> Map<String, T> all(@Nullable Map<String, T> map) {
        return map == null ? Map.of() : map;
    }

    /** The item with that id. */
    Optional<ItemEntry> item(String itemId) {
        return items().stream().filter(item -> itemId.equals(item.id())).findFirst();
    }

    /** Every item of every section, in order. */
    List<ItemEntry> items() {
        return all(sections).stream()
                .flatMap(section -> all(section.items()).stream())
                .toList();
    }
}
