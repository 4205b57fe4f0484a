package xundang.server.web;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xundang.model.inspection.Addenda;
import xundang.model.inspection.AddendumBody;
import xundang.model.inspection.InspectionBody;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.SignedContent;
import xundang.model.inspection.Skip;
import xundang.model.photo.PhotoId;
import xundang.model.template.InspectionTemplate;
import xundang.model.template.Label;
import xundang.model.template.SlotId;
import xundang.model.template.TemplateCatalog;
import xundang.model.template.TemplateItem;
import xundang.model.template.Verdict;
import xundang.model.text.Figures;

/** The inspections of a dossier with all their readings. Verdicts are shown as judged then; nothing is judged again here. */
final class InspectionSection {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final TemplateCatalog TEMPLATES = TemplateCatalog.bundled();

    private final PageTexts texts;

    InspectionSection(PageTexts texts) {
        this.texts = texts;
    }

    Html body(List<DossierModel.Inspection> inspections, List<DossierModel.Photo> photos) {
        Set<UUID> shown = new HashSet<>();
        photos.forEach(photo -> shown.add(photo.id()));
        List<Html> cards = inspections.stream()
                .map(inspection -> Piece.of(texts, inspection.id(), () -> inspection(inspection, shown)))
                .toList();
        Html content = cards.isEmpty() ? Tag.of("p").with(texts.get("inspections.none")) : Html.all(cards);
        return Html.all(Tag.of("h2").with(texts.get("inspections.title", inspections.size())), content);
    }

    /** Local time as the laptop's clock said it. */
    static String time(OffsetDateTime at) {
        return TIME.format(at);
    }

    private Html inspection(DossierModel.Inspection inspection, Set<UUID> photos) {
        InspectionBody body = inspection.body();
        List<Addenda.Known> addenda = inspection.addenda();
        Optional<InspectionTemplate> template = TEMPLATES.find(body.templateId(), body.templateVersion());
        String title = template.map(InspectionTemplate::title).map(texts::of).orElse(body.templateId());
        Map<String, TemplateItem> items = template.map(InspectionTemplate::items).orElse(List.of()).stream()
                .collect(Collectors.toMap(TemplateItem::id, Function.identity()));
        List<Html> rows = body.readings().stream()
                .map(reading -> row(
                        reading,
                        items.get(reading.slot().item()),
                        photos,
                        signature(reading, body, template.orElse(null), addenda)))
                .toList();
        return Tag.of("section", "card")
                .with(
                        Tag.of("h3")
                                .with(
                                        Html.text(time(body.submittedAt()) + " " + title + " "),
                                        verdict(body.verdict(), body.verdict().label())),
                        addenda.stream().anyMatch(known -> known.body().corrects())
                                ? Tag.of("p")
                                        .with(Html.text(texts.get("inspections.now") + " "), verdictNow(body, addenda))
                                : Html.none(),
                        Tag.of("p").with(texts.get("inspections.by", body.inspectorName())),
                        Tag.of("table", "readings").with(rows),
                        addenda(addenda, items),
                        Tag.of("p", "hash").with("SHA-256 " + body.recordHash()));
    }

    private Html verdictNow(InspectionBody body, List<Addenda.Known> addenda) {
        Verdict now = Addenda.verdict(body.readings(), addenda);
        return verdict(now, now.label());
    }

    /** What a signature in that row is worth now; nothing for other rows. */
    private String signature(
            Reading reading, InspectionBody body, @Nullable InspectionTemplate template, List<Addenda.Known> addenda) {
        if (!(reading.value() instanceof ReadingValue.Signed signed)) {
            return "";
        }
        SignedContent.State state =
                SignedContent.state(reading.slot(), signed, template, SignedContent.Head.of(body), body.readings());
        String said = texts.get("signature." + state.name().toLowerCase(Locale.ROOT));
        return addenda.isEmpty() ? said : said + texts.get("comma") + texts.get("signature.amended", addenda.size());
    }

    private Html addenda(List<Addenda.Known> addenda, Map<String, TemplateItem> items) {
        if (addenda.isEmpty()) {
            return Html.none();
        }
        List<Html> rows = addenda.stream()
                .map(known -> Piece.of(texts, known.id().value(), () -> addendum(known.body(), items)))
                .toList();
        return Html.all(
                Tag.of("h4").with(texts.get("addenda.title", addenda.size())),
                Tag.of("table", "readings").with(rows));
    }

    private Html addendum(AddendumBody body, Map<String, TemplateItem> items) {
        SlotId slot = body.slot();
        TemplateItem item = slot == null ? null : items.get(slot.item());
        List<Html> said = new ArrayList<>();
        Reading to = body.to();
        if (to != null) {
            Reading from = body.from();
            String before = from == null ? texts.get("not_given") : value(from, item);
            said.add(Tag.of("div").with(texts.get("addenda.correction", before, value(to, item))));
        }
        said.add(Tag.of("div", "note").with(body.reason()));
        said.add(Tag.of("div", "source").with(body.authorName() + " · " + time(body.madeAt())));
        return Tag.of("tr")
                .with(
                        Tag.of("th")
                                .attr("scope", "row")
                                .with(slot == null ? texts.get("addenda.whole") : label(slot, item)),
                        Tag.of("td").with(said),
                        Tag.of("td").with(to == null ? Html.none() : verdict(to.verdict(), word(to))));
    }

    private Html row(Reading reading, @Nullable TemplateItem item, Set<UUID> photos, String signature) {
        List<Html> value = new ArrayList<>();
        value.add(Html.text(value(reading, item)));
        if (!signature.isEmpty()) {
            value.add(Tag.of("div", "note").with(signature));
        }
        if (reading.note() != null && !reading.note().isBlank()) {
            value.add(Tag.of("div", "note").with(reading.note()));
        }
        for (PhotoId photo : reading.photos()) {
            if (photos.contains(photo.value())) {
                value.add(Tag.of("a").attr("href", "#photo-" + photo.value()).with(texts.get("inspections.photo")));
            }
        }
        return Tag.of("tr")
                .with(
                        Tag.of("th").attr("scope", "row").with(label(reading.slot(), item)),
                        Tag.of("td").with(value),
                        Tag.of("td").with(verdict(reading.verdict(), word(reading))));
    }

    private String label(SlotId slot, @Nullable TemplateItem item) {
        String name = item == null ? slot.item() : slot.item() + " " + texts.of(item.label());
        return slot.part().isEmpty() ? name : name + " " + slot.part();
    }

    private String value(Reading reading, @Nullable TemplateItem item) {
        Skip skip = reading.skip();
        if (skip != null) {
            return texts.get("skip." + skip.kind().name().toLowerCase(Locale.ROOT), skip.reason());
        }
        ReadingValue value = reading.value();
        if (value == null) {
            return "";
        }
        return switch (value) {
            case ReadingValue.YesNo answer -> texts.get(answer.yes() ? "yes" : "no");
            case ReadingValue.Choice choice ->
                choice.codes().stream().map(code -> option(code, item)).collect(Collectors.joining(texts.get("comma")));
            case ReadingValue.Measured measured -> {
                String unit = item == null || item.unit() == null ? "" : " " + item.unit();
                yield Figures.shown(measured.number()) + unit;
            }
            case ReadingValue.Written written -> written.text();
            case ReadingValue.Signed signed -> texts.get("signed_by", signed.name());
            case ReadingValue.Dated dated -> dated.date().toString();
            case ReadingValue.Moment moment -> time(moment.at());
            case ReadingValue.Referenced referenced -> referenced.assetNo();
            case ReadingValue.Table table ->
                texts.get("table_rows", table.rows().size());
            case ReadingValue.Jars jars -> texts.get("jars", jars.jars().size());
        };
    }

    private String option(String code, @Nullable TemplateItem item) {
        return item == null
                ? code
                : item.options().stream()
                        .filter(option -> option.code().equals(code))
                        .map(option -> texts.of(option.label()))
                        .findFirst()
                        .orElse(code);
    }

    /** The verdict's name; for a row that was left out, which kind of leaving out it was. */
    private static Label word(Reading reading) {
        return reading.skip() == null
                ? reading.verdict().label()
                : reading.skip().kind().label();
    }

    /** Word, sign and colour: never the colour alone. */
    private Html verdict(Verdict verdict, Label word) {
        String sign = switch (verdict) {
            case NORMAL -> "✓";
            case WARNING -> "▲";
            case ABNORMAL -> "✕";
            case UNJUDGED -> "?";
            case RECORDED -> "•";
            case SKIPPED -> "–";
        };
        return Tag.of("span", "verdict verdict-" + verdict.name().toLowerCase(Locale.ROOT))
                .with(sign + " " + texts.of(word));
    }
}
