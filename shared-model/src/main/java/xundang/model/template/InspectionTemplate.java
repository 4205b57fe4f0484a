package xundang.model.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xundang.model.asset.AttributeDef;

/** One version of an inspection form, checked and ready to be planned for an asset by {@link FormEngine}. Immutable. */
public final class InspectionTemplate {
    /** Category of a form that is for objects of every category. */
    public static final String ANY_CATEGORY = "*";

    /** Category of a form that is filled in for a whole project, not for one object. */
    public static final String PROJECT = "project";

    /** Rows under one heading. */
    record Section(Label title, List<Entry> entries) {}

    /** One item with the rules that depend on the asset. */
    record Entry(
            TemplateItem item,
            List<Condition> when,
            @Nullable Partition partition,
            @Nullable ComputeRule compute,
            @Nullable LimitRule limits) {
        /** Whether the item belongs to the form; what nobody knows yet does not keep it out. */
        boolean applies(Attributes attributes) {
            return when.stream()
                    .allMatch(condition -> condition.holds(attributes).orElse(true));
        }
    }

    /** An attribute that the template uses, as the catalogue defines it; {@code fallbackSource} is absent without a fallback. */
    record Attribute(
            AttributeDef definition,
            List<String> options,
            @Nullable String fallback,
            @Nullable String fallbackSource) {}

    private final String id;
    private final int version;
    private final String category;
    private final Label title;
    private final Map<String, Attribute> attributes;
    private final List<String> asks;
    private final List<Section> sections;

    InspectionTemplate(
            String id,
            int version,
            String category,
            Label title,
            Map<String, Attribute> attributes,
            List<String> asks,
            List<Section> sections) {
        this.id = id;
        this.version = version;
        this.category = category;
        this.title = title;
        this.attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        this.asks = List.copyOf(asks);
        this.sections = List.copyOf(sections);
    }

    /** E.g. {@code ups-m}. */
    public String id() {
        return id;
    }

    /** From 1; a filled form keeps the version that it was begun with. */
    public int version() {
        return version;
    }

    /** Code of the asset category that it is for, e.g. {@code ups_host}; or {@link #ANY_CATEGORY} or {@link #PROJECT}. */
    public String category() {
        return category;
    }

    /** The form's name. */
    public Label title() {
        return title;
    }

    /** All items in the form's order, whether or not they apply to a certain asset. */
    public List<TemplateItem> items() {
        return sections.stream()
                .flatMap(section -> section.entries().stream())
                .map(Entry::item)
                .toList();
    }

    /** Throws {@link IllegalArgumentException} for an item that the template does not have. */
    TemplateItem item(String itemId) {
        return items().stream()
                .filter(item -> item.id().equals(itemId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + " has no item " + itemId));
    }

    /** Attributes that the form asks for, in the order of asking. */
    public List<String> asks() {
        return asks;
    }

    Attribute attribute(String name) {
        Attribute attribute = attributes.get(name);
        if (attribute == null) {
            throw new IllegalArgumentException(id + " declares no attribute " + name);
        }
        return attribute;
    }

    List<Section> sections() {
        return sections;
    }

    /** Every attribute that the template uses, in the order of the file. */
    Set<String> attributeNames() {
        return attributes.keySet();
    }

    /** The declared default. */
    Optional<String> fallback(String attribute) {
        return Optional.ofNullable(attributes.get(attribute)).map(Attribute::fallback);
    }

    /** Where the declared default comes from; the object's own data where there is none. */
    LimitSource fallbackSource(String attribute) {
        return Optional.ofNullable(attributes.get(attribute))
                .map(Attribute::fallbackSource)
                .map(LimitSource::parse)
                .orElse(LimitSource.MODEL);
    }
}
