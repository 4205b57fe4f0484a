package xundang.desktop.asset;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import xundang.desktop.platform.i18n.Language;
import xundang.desktop.platform.value.FieldMeaning;
import xundang.model.asset.AttributeDef;
import xundang.model.asset.CategoryCatalog;
import xundang.model.asset.CategorySchema;
import xundang.model.asset.FieldConflict;

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
    private final List<Dossier.Missing> missing = new ArrayList<>();

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

    List<Dossier.Missing> missing() {
        return List.copyOf(missing);
    }

    Dossier.SourceConflict conflict(FieldConflict conflict) {
        FieldMeaning meaning = FieldMeaning.of(category, conflict.field());
        return new Dossier.SourceConflict(
                conflict.field(),
                meaning.label(),
                conflict.candidates().stream()
                        .map(it -> new Dossier.Candidate(meaning.words(it.value(), Language.ZH), it.source()))
                        .toList());
    }

    private void add(String field, AttributeDef def) {
        FieldMeaning meaning = new FieldMeaning(field, def);
        boolean editable = EditableFields.contains(meaning);
        JsonNode value = fields.fields().get(field);
        if (value == null || fields.text(field).isEmpty()) {
            missing.add(new Dossier.Missing(meaning, editable));
        } else {
            // The ledger's own texts are Chinese, so codes are said in Chinese too.
            facts.add(new Dossier.Fact(
                    meaning,
                    value,
                    meaning.words(value, Language.ZH),
                    fields.source(field).orElse(null),
                    fields.isChanged(field),
                    editable));
        }
    }
}
