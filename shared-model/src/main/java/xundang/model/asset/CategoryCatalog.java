package xundang.model.asset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import xundang.model.json.ModelJson;
import xundang.model.text.ModelText;

/**
 * All categories and the attributes common to every object, from the bundled data file {@code categories.json}. Immutable.
 */
public final class CategoryCatalog {
    /** What precedes the name of a category attribute in a record's fields. */
    public static final String ATTRIBUTE_PREFIX = "attr.";

    private static final CategoryCatalog BUNDLED = load();

    private final int schemaVersion;
    private final Map<String, AttributeDef> common = new LinkedHashMap<>();
    private final Map<String, CategorySchema> categories = new LinkedHashMap<>();
    private final Map<String, AttributeDef> site = new LinkedHashMap<>();
    private final Map<String, AttributeDef> visit = new LinkedHashMap<>();

    private CategoryCatalog(DataFile file) {
        schemaVersion = file.schema();
        file.common().forEach(def -> common.put(def.name(), def));
        file.categories().forEach(category -> categories.put(category.code(), category));
        file.site().forEach(def -> site.put(def.name(), def));
        file.visit().forEach(def -> visit.put(def.name(), def));
    }

    /** The catalogue of this version of the program. */
    public static CategoryCatalog bundled() {
        return BUNDLED;
    }

    /** Version of the data file; it rises with every change of the catalogue. */
    public int schemaVersion() {
        return schemaVersion;
    }

    /** All categories in the order of the specification. */
    public List<CategorySchema> categories() {
        return List.copyOf(categories.values());
    }

    /** Attributes that every object may have. */
    public List<AttributeDef> common() {
        return List.copyOf(common.values());
    }

    /** The category with that code. */
    public Optional<CategorySchema> find(String code) {
        return Optional.ofNullable(categories.get(code));
    }

    /** Attributes of a site (点位) that limits and forms depend on; plain fields of the site's record. */
    public List<AttributeDef> site() {
        return List.copyOf(site.values());
    }

    /** What one visit may include (本次任务), such as the yearly discharge test: said by the plan, or on site. Never in the ledger. */
    public List<AttributeDef> visit() {
        return List.copyOf(visit.values());
    }

    /**
     * The attribute with that name (without {@code attr.}) in one list of the catalogue.
     *
     * @param list code of a category, or {@code common}, {@code site} or {@code visit}
     */
    public Optional<AttributeDef> listedUnder(String list, String name) {
        return switch (list) {
            case "common" -> Optional.ofNullable(common.get(name));
            case "site" -> Optional.ofNullable(site.get(name));
            case "visit" -> Optional.ofNullable(visit.get(name));
            default -> find(list).flatMap(schema -> schema.attribute(name));
        };
    }

    /** What a field of an asset record means: a common attribute, or {@code attr.<name>} of the category. */
    public Optional<AttributeDef> attribute(String category, String field) {
        return field.startsWith(ATTRIBUTE_PREFIX)
                ? find(category).flatMap(schema -> schema.attribute(field.substring(ATTRIBUTE_PREFIX.length())))
                : Optional.ofNullable(common.get(field));
    }

    /**
     * Checks the fields of one asset against the catalogue: its category exists, its category attributes are that category's, and
     * every known field has a fitting value. Unknown fields without the {@code attr.} prefix pass, because a newer program may have
     * written them.
     */
    public List<AttributeProblem> check(String category, Map<String, JsonNode> fields) {
        if (!categories.containsKey(category)) {
            String label =
                    attribute(category, "category").map(def -> def.label().zh()).orElse("category");
            return List.of(
                    new AttributeProblem("category", ModelText.of("attribute.unknown_category", label, category)));
        }
        List<AttributeProblem> problems = new ArrayList<>();
        fields.forEach((field, value) -> {
            Optional<AttributeDef> def = attribute(category, field);
            if (def.isPresent()) {
                def.get()
                        .check(value)
                        .map(found -> new AttributeProblem(field, found.text()))
                        .ifPresent(problems::add);
            } else if (field.startsWith(ATTRIBUTE_PREFIX)) {
                problems.add(new AttributeProblem(field, ModelText.of("attribute.unknown", field)));
            }
        });
        return List.copyOf(problems);
    }

    private static CategoryCatalog load() {
        try (InputStream in = CategoryCatalog.class.getResourceAsStream("categories.json")) {
            if (in == null) {
                throw new IllegalStateException("categories.json is missing from the program");
            }
            return new CategoryCatalog(ModelJson.mapper().readValue(in, DataFile.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record DataFile(
            int schema,
            List<AttributeDef> common,
            List<AttributeDef> site,
            List<AttributeDef> visit,
            List<CategorySchema> categories) {}
}
