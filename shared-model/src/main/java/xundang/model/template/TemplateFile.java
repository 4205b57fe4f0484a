package xundang.model.template;

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
 * @param category asset category that the template is for
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
     * @param of category that the catalogue lists it under; absent for the template's own
     * @param options its values, when it has only a few
     * @param fallback used when nobody filled it in; only where the domain specification gives a default
     * @param fallbackSource where that default comes from
     */
    record AttributeUse(
            @Nullable String of,
            @Nullable List<String> options,
            @JsonProperty("default") @Nullable String fallback,
            @JsonProperty("default_source") @Nullable String fallbackSource) {}

    /** Parts by the value of an attribute; no parts means asked once. {@code unknown} holds until the value is known. */
    record Partition(
            @Nullable String attribute,
            @Nullable Map<String, List<String>> parts,
            @Nullable List<String> unknown) {}

    record SectionEntry(@Nullable Label title, @Nullable List<ItemEntry> items) {}

    record ItemEntry(
            @Nullable String id,
            @Nullable Label label,
            @Nullable ItemKind kind,
            @Nullable String unit,
            @Nullable List<TemplateItem.Option> options,
            @Nullable PhotoRule photo,
            @Nullable Label help,
            @Nullable AnswerRule answer,
            @JsonProperty("note_required_when") @Nullable List<String> noteRequiredWhen,
            @Nullable ConditionEntry when,
            @Nullable String parts,
            @Nullable ComputeEntry compute,
            @Nullable LimitsEntry limits) {}

    /** The attribute's definition in the catalogue, if the template names one that is there. */
    Optional<AttributeDef> definition(String name) {
        AttributeUse use = all(attributes).get(name);
        String listedUnder = use == null || use.of() == null ? category : use.of();
        return use == null || listedUnder == null
                ? Optional.empty()
                : CategoryCatalog.bundled().find(listedUnder).flatMap(schema -> schema.attribute(name));
    }

    record ConditionEntry(
            @Nullable String attribute,
            @Nullable List<String> is,
            @Nullable BigDecimal above) {}

    record ComputeEntry(
            @Nullable Computation function, @Nullable String of) {}

    /** Either ranges (numbers) or options (everything chosen). The first case that holds replaces the options. */
    record LimitsEntry(
            @Nullable String source,
            @Nullable RangeEntry normal,
            @Nullable RangeEntry warn,
            @JsonProperty("normal_options") @Nullable List<String> normalOptions,
            @JsonProperty("warn_options") @Nullable List<String> warnOptions,
            @Nullable List<CaseEntry> cases) {}

    record RangeEntry(@Nullable String low, @Nullable String high) {}

    record CaseEntry(
            @Nullable ConditionEntry when,
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

    /** Every item of every section, in order. */
    List<ItemEntry> items() {
        return all(sections).stream()
                .flatMap(section -> all(section.items()).stream())
                .toList();
    }
}
