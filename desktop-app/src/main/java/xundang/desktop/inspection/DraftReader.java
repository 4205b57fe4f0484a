package xundang.desktop.inspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.asset.Assets;
import xundang.desktop.inspection.store.InspectionStore;
import xundang.desktop.inspection.store.ReadingStore;
import xundang.desktop.platform.db.Tx;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.Reading;
import xundang.model.template.Attributes;
import xundang.model.template.FormEngine;
import xundang.model.template.FormPlan;
import xundang.model.template.FormSlot;
import xundang.model.template.InspectionTemplate;
import xundang.model.template.ItemKind;
import xundang.model.template.SlotId;
import xundang.model.template.TemplateCatalog;
import xundang.model.template.TemplateItem;
import xundang.model.template.TemplateUpgrade;

/** Puts a draft together: template, asset, answers so far judged by today's ledger, earlier values. Store thread only. */
public final class DraftReader {
    /** Inspections looked through for earlier values; enough for the rule about outliers. */
    private static final int PAST_INSPECTIONS = 12;

    private final InspectionStore inspections;
    private final ReadingStore readings;
    private final Assets assets;
    private final TemplateCatalog templates;
    private final RemovalLabels labels;
    private final FormEngine engine = new FormEngine();
    private final DraftEditor editor = new DraftEditor();

    public DraftReader(InspectionStore inspections, ReadingStore readings, Assets assets, TemplateCatalog templates) {
        this.inspections = inspections;
        this.readings = readings;
        this.assets = assets;
        this.templates = templates;
        this.labels = new RemovalLabels(readings);
    }

    /** A draft with what else is needed to change it. */
    record Open(InspectionRow row, InspectionTemplate template, Draft draft, DraftEditor.Planner planner) {
        FormSlot slot(SlotId id) {
            return draft.form()
                    .slot(id)
                    .orElseThrow(() -> new NoSuchElementException("no slot " + id + " in this form"));
        }

        /** What stands in a slot; a slot without anything yet has neither photos nor note. */
        Optional<Reading> reading(SlotId id) {
            return Optional.ofNullable(draft.readings().get(id));
        }
    }

    /** Throws {@link NoSuchElementException} if the inspection is unknown or already submitted. */
    Open open(Tx tx, InspectionId id) {
        InspectionRow row = inspections
                .find(tx, id)
                .filter(it -> !it.isSubmitted())
                .orElseThrow(() -> new NoSuchElementException("no open draft " + id));
        InspectionTemplate template = templates
                .find(row.templateId(), row.templateVersion())
                .orElseThrow(() -> new NoSuchElementException("no template " + row.templateId()));
        AssetSummary asset = assets.summary(tx, row.asset())
                .orElseThrow(() -> new NoSuchElementException("asset " + row.asset() + " is not on this laptop"));
        DraftEditor.Planner planner = planner(tx, template, row.asset(), row.observed());
        DraftEditor.Standing standing = editor.standing(planner, readings.of(tx, id));
        FormPlan form = standing.form();
        FormPlan ledgerOnly = planner(tx, template, row.asset(), Map.of()).plan(standing.readings());
        Draft draft = new Draft(
                id,
                asset,
                row.startedAt(),
                form,
                standing.readings(),
                answersOf(template, standing.left()),
                history(tx, row.asset()),
                active(form, row.activeSlot()),
                place(form, row.activeSlot()),
                row.observed(),
                questions(ledgerOnly, row.observed()),
                Draft.Supplement.of(ledgerOnly, form, row.observed()),
                labels.of(tx, row, form, standing.readings()),
                upgrade(template).orElse(null));
        return new Open(row, template, draft, planner);
    }

    /** The form of an asset that nothing is filled in of yet. */
    FormPlan plan(Tx tx, InspectionTemplate template, AssetId asset, Map<String, String> observed) {
        return planner(tx, template, asset, observed).plan(Map.of());
    }

    /** Plans an asset's form: what the ledger says first, then what was observed on site, then the site, then the template's default. */
    DraftEditor.Planner planner(Tx tx, InspectionTemplate template, AssetId asset, Map<String, String> observed) {
        Attributes seen = name -> Optional.ofNullable(observed.get(name));
        Attributes known = assets.attributes(tx, asset).orElse(seen).orElse(assets.siteAttributes(tx, asset));
        return answers -> engine.plan(template, known, answers);
    }

    /** The draft's answers in the form that another version or other observations would make. */
    DraftEditor.Standing standing(Tx tx, Open open, InspectionTemplate template, Map<String, String> observed) {
        Map<SlotId, Reading> answers = new LinkedHashMap<>(open.draft().readings());
        answers.putAll(open.draft().left());
        return editor.standing(planner(tx, template, open.row().asset(), observed), answers);
    }

    /** The newest version's differences; the draft stays on its own until its author decides. */
    private Optional<TemplateUpgrade> upgrade(InspectionTemplate template) {
        return templates
                .find(template.id())
                .filter(newest -> newest.version() > template.version())
                .map(newest -> TemplateUpgrade.between(template, newest));
    }

    private static List<Draft.Question> questions(FormPlan ledgerOnly, Map<String, String> observed) {
        return ledgerOnly.asked().stream()
                .map(asked -> new Draft.Question(asked, observed.get(asked.attribute())))
                .toList();
    }

    /** Computed rows that are gone were nobody's answer. */
    private static Map<SlotId, Reading> answersOf(InspectionTemplate template, Map<SlotId, Reading> left) {
        Set<String> computed = template.items().stream()
                .filter(item -> item.kind() == ItemKind.COMPUTED)
                .map(TemplateItem::id)
                .collect(Collectors.toSet());
        Map<SlotId, Reading> answers = new LinkedHashMap<>(left);
        answers.keySet().removeIf(slot -> computed.contains(slot.item()));
        return answers;
    }

    /** The part of a slot that the form does not have: a cell of the item's table. */
    private static @Nullable String place(FormPlan form, @Nullable SlotId stored) {
        return stored == null || stored.part().isEmpty() || form.slot(stored).isPresent() ? null : stored.part();
    }

    private static SlotId active(FormPlan form, @Nullable SlotId stored) {
        List<SlotId> slots = form.slots().stream().map(FormSlot::id).toList();
        if (stored == null || slots.contains(stored)) {
            return stored == null ? slots.getFirst() : stored;
        }
        return slots.stream()
                .filter(slot -> slot.item().equals(stored.item()))
                .findFirst()
                .orElse(slots.getFirst());
    }

    /** The same item means the same in every form: the quarterly one has the monthly one's items. */
    private Map<SlotId, List<Draft.PastValue>> history(Tx tx, AssetId asset) {
        Map<SlotId, List<Draft.PastValue>> history = new HashMap<>();
        for (InspectionRow past : inspections.submitted(tx, asset, PAST_INSPECTIONS)) {
            readings.of(tx, past.id()).forEach((slot, reading) -> {
                if (reading.value() != null) {
                    history.computeIfAbsent(slot, key -> new ArrayList<>())
                            .add(new Draft.PastValue(reading.recordedAt(), reading));
                }
            });
        }
        history.replaceAll((slot, values) -> List.copyOf(values));
        return history;
    }
}
