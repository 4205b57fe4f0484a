package xundang.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.model.asset.AttributeDef;
import xundang.model.asset.CategoryCatalog;
import xundang.model.asset.CategorySchema;
import xundang.model.asset.FieldConflict;
import xundang.model.asset.LifecycleState;
import xundang.model.text.Figures;
import xundang.server.ledger.LedgerRecord;

/** The dossier page (一物一档): header, doubts, attributes with their sources, inspections, photos. */
final class DossierPage {
    /** Shown in the header, or of no meaning to a person. */
    private static final Set<String> NOT_IN_TABLE =
            Set.of("asset_no", "category", "name", "state", "site_id", "sources", "import_key", "sample", "photos");

    private final PageTexts texts;
    private final CategoryCatalog catalog = CategoryCatalog.bundled();

    DossierPage(PageTexts texts) {
        this.texts = texts;
    }

    Html body(DossierModel dossier) {
        return Html.all(
                header(dossier.asset()),
                doubts(dossier),
                attributes(dossier.asset()),
                new InspectionSection(texts).body(dossier.inspections(), dossier.photos()),
                photos(dossier.photos()),
                unreadable(dossier.unreadable()));
    }

    private Html unreadable(List<UUID> records) {
        return Html.all(
                records.stream().map(record -> Piece.unshowable(texts, record)).toList());
    }

    private Html header(LedgerRecord asset) {
        String category = asset.text("category").orElse("");
        String categoryLabel =
                catalog.find(category).map(CategorySchema::label).map(texts::of).orElse(category);
        String state = asset.text("state").orElse("");
        String stateLabel = LifecycleState.ofCode(state)
                .map(LifecycleState::label)
                .map(texts::of)
                .orElse(state);
        boolean sample = asset.fields().containsKey("sample");
        return Tag.of("section", "card")
                .with(
                        Tag.of("p", "number").with(asset.text("asset_no").orElse("")),
                        Tag.of("h1").with(asset.text("name").orElse("")),
                        Tag.of("p")
                                .with(
                                        Html.text(categoryLabel + " "),
                                        Tag.of(
                                                        "span",
                                                        "badge state-"
                                                                + (LifecycleState.ofCode(state)
                                                                                .isPresent()
                                                                        ? state
                                                                        : "unknown"))
                                                .with(stateLabel),
                                        sample ? Tag.of("span", "badge").with(texts.get("sample")) : Html.none()));
    }

    private Html doubts(DossierModel dossier) {
        List<Html> items = new ArrayList<>();
        String category = dossier.asset().text("category").orElse("");
        for (FieldConflict doubt : dossier.doubts()) {
            List<Html> candidates = doubt.candidates().stream()
                    .map(candidate -> Tag.of("li")
                            .with(
                                    Tag.of("strong").with(shown(candidate.value())),
                                    Tag.of("span", "source").with(" " + candidate.source())))
                    .toList();
            items.add(Tag.of("div")
                    .with(
                            Tag.of("h3").with(texts.get("dossier.doubt", fieldLabel(category, doubt.field()))),
                            Tag.of("ul").with(candidates)));
        }
        for (LedgerRecord clash : dossier.clashes()) {
            String field = fieldLabel(category, clash.text("field").orElse(""));
            items.add(Piece.of(
                    texts,
                    clash.key().id(),
                    () -> Tag.of("p")
                            .with(texts.get(
                                    "dossier.clash",
                                    field,
                                    shown(clash.fields().get("server")),
                                    shown(clash.fields().get("client"))))));
        }
        return items.isEmpty()
                ? Html.none()
                : Tag.of("section", "card doubt")
                        .with(Tag.of("h2").with("⚠ " + texts.get("dossier.doubts")), Html.all(items));
    }

    private Html attributes(LedgerRecord asset) {
        String category = asset.text("category").orElse("");
        List<Html> rows = new ArrayList<>();
        catalog.common().stream()
                .filter(def -> !NOT_IN_TABLE.contains(def.name()))
                .forEach(def -> row(asset, def.name(), def).ifPresent(rows::add));
        catalog.find(category)
                .map(CategorySchema::attributes)
                .orElse(List.of())
                .forEach(def -> row(asset, CategoryCatalog.ATTRIBUTE_PREFIX + def.name(), def)
                        .ifPresent(rows::add));
        return Tag.of("section", "card")
                .with(
                        Tag.of("h2").with(texts.get("dossier.attributes")),
                        Tag.of("table").with(rows));
    }

    private Optional<Html> row(LedgerRecord asset, String field, AttributeDef def) {
        JsonNode value = asset.fields().get(field);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        JsonNode sources = asset.fields().get("sources");
        JsonNode source = sources == null ? null : sources.get(field);
        String from = source == null
                ? ""
                : source.path("source").asString("")
                        + (source.path("verified_at").isString() ? "" : " · " + texts.get("not_verified"));
        String text = value.isString() && !def.options().isEmpty()
                ? texts.of(def.optionLabel(value.stringValue()))
                : shown(value);
        return Optional.of(Tag.of("tr")
                .with(
                        Tag.of("th").attr("scope", "row").with(texts.of(def.label())),
                        Tag.of("td").with(def.unit() == null ? text : text + " " + def.unit()),
                        Tag.of("td", "source").with(from)));
    }

    private Html photos(List<DossierModel.Photo> photos) {
        if (photos.isEmpty()) {
            return Html.none();
        }
        List<Html> figures = photos.stream()
                .map(photo -> Piece.of(texts, photo.id(), () -> photo(photo)))
                .toList();
        return Tag.of("section", "card")
                .with(Tag.of("h2").with(texts.get("dossier.photos", photos.size())), Html.all(figures));
    }

    private Html photo(DossierModel.Photo photo) {
        String sha256 = photo.body().sha256();
        Html image = photo.held()
                ? Tag.of("a")
                        .attr("href", "/picture/" + sha256)
                        .with(Tag.of("img")
                                .attr("src", "/picture/" + sha256 + "?size=small")
                                .attr(
                                        "alt",
                                        texts.get(
                                                "dossier.photo_alt",
                                                InspectionSection.time(
                                                        photo.body().addedAt())))
                                .attr("loading", "lazy")
                                .with())
                : Html.none();
        Html held = photo.held()
                ? Tag.of("p", "good").with("✓ " + texts.get("dossier.photo_held"))
                : Tag.of("p", "warn").with("… " + texts.get("dossier.photo_awaited"));
        return Tag.of("figure")
                .attr("id", "photo-" + photo.id())
                .with(
                        image,
                        Tag.of("figcaption")
                                .with(
                                        held,
                                        Tag.of("p")
                                                .with(InspectionSection.time(
                                                                photo.body().addedAt()) + " · "
                                                        + photo.body().personName()),
                                        Tag.of("p", "hash").with("SHA-256 " + sha256)));
    }

    private String fieldLabel(String category, String field) {
        return catalog.attribute(category, field)
                .map(AttributeDef::label)
                .map(texts::of)
                .orElse(field);
    }

    private String shown(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return texts.get("not_given");
        }
        if (value.isBoolean()) {
            return texts.get(value.booleanValue() ? "yes" : "no");
        }
        if (value.isNumber()) {
            return Figures.plain(value.decimalValue());
        }
        return value.isString() ? value.stringValue() : value.toString();
    }
}
