package xundang.desktop.inspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
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
import xundang.model.template.SlotId;
import xundang.model.template.TemplateCatalog;

/** Puts a draft together: template, asset, answers so far judged by today's ledger, earlier values. Store thread only. */
public final class DraftReader {
    /** Values shown beside a slot. */
    private static final int PAST_VALUES = 3;

    /** Inspections looked through for them; a slot may have been skipped in some. */
    private static final int PAST_INSPECTIONS = 12;

    private final InspectionStore inspections;
    private final ReadingStore readings;
    private final Assets assets;
    private final TemplateCatalog templates;
    private final FormEngine engine = new FormEngine();
    private final DraftEditor editor = new DraftEditor();

    public DraftReader(InspectionStore inspections, ReadingStore readings, Assets assets, TemplateCatalog templates) {
        this.inspections = inspections;
        this.readings = readings;
        this.assets = assets;
        this.templates = templates;
    }

    /** A draft with what else is needed to change it. */
    record Open(InspectionRow row, InspectionTemplate template, Draft draft) {
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
        FormPlan form = plan(tx, template, row.asset(), row.observed());
        FormPlan ledgerOnly = plan(tx, template, row.asset(), Map.of());
        Draft draft = new Draft(
                id,
                asset,
                row.startedAt(),
                form,
                editor.judged(form, answers(form, readings.of(tx, id))),
                history(tx, row.asset(), row.templateId()),
                active(form, row.activeSlot()),
                row.observed(),
                Draft.Supplement.of(ledgerOnly, form, row.observed()));
        return new Open(row, template, draft);
    }

    /** The form of an asset: what the ledger says first, then what was observed on site, then the site, then the template's default. */
    FormPlan plan(Tx tx, InspectionTemplate template, AssetId asset, Map<String, String> observed) {
        Attributes seen = name -> Optional.ofNullable(observed.get(name));
        return engine.plan(
                template, assets.attributes(tx, asset).orElse(seen).orElse(assets.siteAttributes(tx, asset)));
    }

    /** Answers in the form's order. A row that the form lost, because an attribute was observed later, is kept but not part of it. */
    private static Map<SlotId, Reading> answers(FormPlan form, Map<SlotId, Reading> stored) {
        Map<SlotId, Reading> answers = new LinkedHashMap<>();
        for (FormSlot slot : form.slots()) {
            Reading reading = stored.get(slot.id());
            if (reading != null) {
                answers.put(slot.id(), reading);
            }
        }
        return answers;
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

    private Map<SlotId, List<Draft.PastValue>> history(Tx tx, AssetId asset, String templateId) {
        Map<SlotId, List<Draft.PastValue>> history = new HashMap<>();
        for (InspectionRow past : inspections.submitted(tx, asset, templateId, PAST_INSPECTIONS)) {
            readings.of(tx, past.id()).forEach((slot, reading) -> {
                List<Draft.PastValue> values = history.computeIfAbsent(slot, key -> new ArrayList<>());
                if (reading.value() != null && values.size() < PAST_VALUES) {
                    values.add(new Draft.PastValue(reading.recordedAt(), reading));
                }
            });
        }
        history.values().removeIf(List::isEmpty);
        history.replaceAll((slot, values) -> List.copyOf(values));
        return history;
    }
}
