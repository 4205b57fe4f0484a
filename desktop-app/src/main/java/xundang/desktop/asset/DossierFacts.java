package xundang.desktop.asset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xundang.model.asset.AttributeDef;
import xundang.model.asset.AttributeType;
import xundang.model.asset.CategoryCatalog;
import xundang.model.asset.CategorySchema;
import xundang.model.asset.FieldConflict;
import xundang.model.template.Label;

/** Sets an asset's fields against its category's schema: what is known, what nobody has filled in, what is in doubt. Pure. */
final class DossierFacts {
    /** Fields that are the program's own or that the header shows. */
    private static final Set<String> NOT_SHOWN = Set.of(
            "category",
            "state",
            "site_id",
            "photos",
            "source",
            "sources",
            "import_key",
            "sample",
            "unit_index",
            "unit_count",
            "last_inspected",
            "next_due");

    private final AssetFields fields;
    private final String category;
    private final List<Dossier.Fact> facts = new ArrayList<>();
    private final List<Label> missing = new ArrayList<>();

    DossierFacts(AssetFields fields) {
        this.fields = fields;
        this.category = fields.orEmpty("category");
        CategoryCatalog catalog = CategoryCatalog.bundled();
        catalog.common().stream().filter(def -> !NOT_SHOWN.contains(def.name())).forEach(def -> add(def.name(), def));
        catalog.find(category).map(CategorySchema::attributes).stream()
                .flatMap(List::stream)
                .forEach(def -> add(CategoryCatalog.ATTRIBUTE_PREFIX + def.name(), def));
    }

    /** In the schema's order, common attributes first. */
    List<Dossier.Fact> facts() {
        return List.copyOf(facts);
    }

    List<Label> missing() {
        return List.copyOf(missing);
    }

    Dossier.SourceConflict conflict(FieldConflict conflict) {
        Optional<AttributeDef> def = CategoryCatalog.bundled().attribute(category, conflict.field());
        return new Dossier.SourceConflict(
                conflict.field(),
                def.map(AttributeDef::label).orElse(new Label(conflict.field(), conflict.field())),
                conflict.candidates().stream()
                        .map(it -> new Dossier.Candidate(
                                shown(def.orElse(null), AssetFields.plain(it.value())), it.source()))
                        .toList());
    }

    private void add(String field, AttributeDef def) {
        Optional<String> value = fields.text(field);
        if (value.isEmpty()) {
            missing.add(def.label());
        } else {
            facts.add(new Dossier.Fact(
                    field,
                    def.label(),
                    shown(def, value.get()),
                    def.unit(),
                    fields.source(field).orElse(null)));
        }
    }

    /** Codes in words; the ledger's own texts are Chinese, so these are too. */
    private static String shown(@Nullable AttributeDef def, String value) {
        if (def == null) {
            return value;
        }
        if (def.type() == AttributeType.BOOLEAN) {
            return value.equals("true") ? "是" : "否";
        }
        return Stream.of(value.split("、", -1))
                .map(code -> def.optionLabel(code).zh())
                .reduce((left, right) -> left + "、" + right)
                .orElse(value);
    }
}
