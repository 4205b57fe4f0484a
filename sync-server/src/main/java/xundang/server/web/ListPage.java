package xundang.server.web;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import xundang.model.asset.CategoryCatalog;
import xundang.model.asset.CategorySchema;
import xundang.model.asset.LifecycleState;
import xundang.model.text.Figures;
import xundang.server.ledger.LedgerRecord;

/** The list page: search, counts, objects, projects with their figures. */
final class ListPage {
    private final PageTexts texts;

    ListPage(PageTexts texts) {
        this.texts = texts;
    }

    Html body(LedgerPagesService.Listing listing, String query) {
        return Html.all(
                search(query),
                Tag.of("p", "counts")
                        .with(texts.get(
                                "list.counts",
                                listing.counts().real(),
                                listing.counts().samples())),
                objects(listing),
                projects(listing.projects()));
    }

    private Html search(String query) {
        Html language = texts.english() ? Pages.hidden("lang", "en") : Html.none();
        return Tag.of("form", "search")
                .attr("method", "get")
                .attr("action", "/")
                .with(
                        language,
                        Tag.of("label").attr("for", "q").with(texts.get("list.search")),
                        Tag.of("input")
                                .attr("id", "q")
                                .attr("name", "q")
                                .attr("type", "search")
                                .attr("value", query)
                                .attr("maxlength", "100")
                                .with(),
                        Tag.of("button").attr("type", "submit").with(texts.get("list.search_button")));
    }

    private Html objects(LedgerPagesService.Listing listing) {
        if (listing.rows().isEmpty()) {
            return Tag.of("p", "card").with(texts.get("list.none"));
        }
        List<Html> rows = listing.rows().stream().map(this::row).toList();
        Html more = listing.cut()
                ? Tag.of("p").with(texts.get("list.cut", listing.rows().size()))
                : Html.none();
        return Html.all(Tag.of("ul", "objects").with(rows), more);
    }

    private Html row(LedgerListDao.Row row) {
        String category = CategoryCatalog.bundled()
                .find(row.category())
                .map(CategorySchema::label)
                .map(texts::of)
                .orElse(row.category());
        String state = LifecycleState.ofCode(row.state())
                .map(LifecycleState::label)
                .map(texts::of)
                .orElse(row.state());
        Html sample = row.sample() ? Tag.of("span", "badge").with(texts.get("sample")) : Html.none();
        return Tag.of("li")
                .with(Tag.of("a")
                        .attr("href", "/dossier/" + row.id() + texts.query())
                        .with(
                                Tag.of("strong").with(row.assetNo()),
                                Tag.of("span").with(row.name()),
                                Tag.of("small").with(category + " · " + row.site() + " · " + state),
                                sample));
    }

    private Html projects(List<LedgerRecord> projects) {
        if (projects.isEmpty()) {
            return Html.none();
        }
        List<Html> cards = projects.stream().map(this::project).toList();
        return Html.all(
                Tag.of("h2").with(texts.get("list.projects")),
                Tag.of("p").with(texts.get("list.projects_note")),
                Html.all(cards));
    }

    private Html project(LedgerRecord project) {
        JsonNode figures = project.fields().get("figures");
        List<Html> rows = figures == null || !figures.isArray()
                ? List.of()
                : StreamSupport.stream(figures.spliterator(), false)
                        .map(this::figure)
                        .toList();
        return Tag.of("section", "card")
                .with(
                        Tag.of("h3")
                                .with(project.text("package").orElse("") + " "
                                        + project.text("name").orElse("")),
                        Tag.of("p").with(deployed(project)),
                        Tag.of("table").with(rows));
    }

    private Html figure(JsonNode figure) {
        JsonNode value = figure.get("value");
        String number = value == null || !value.isNumber()
                ? texts.get("not_given")
                : texts.get(
                        pattern(figure.path("qualifier").asString("")),
                        Figures.plain(value.decimalValue()),
                        figure.path("unit").asString(""));
        String name = texts.english()
                ? figure.path("metric").asString("")
                : figure.path("metric_zh").asString("");
        return Tag.of("tr")
                .with(
                        Tag.of("th").attr("scope", "row").with(name),
                        Tag.of("td").with(number),
                        Tag.of("td", "source").with(figure.path("source").asString("")));
    }

    /** A figure that the source calls approximate is never shown as exact. */
    private static String pattern(String qualifier) {
        return switch (qualifier) {
            case "约" -> "list.figure_about";
            case "余" -> "list.figure_over";
            default -> "list.figure";
        };
    }

    private String deployed(LedgerRecord project) {
        String key = project.text("deployed_qualifier").isPresent() ? "list.deployed_mainly" : "list.deployed";
        return project.text("deployed_in").map(place -> texts.get(key, place)).orElse("");
    }
}
