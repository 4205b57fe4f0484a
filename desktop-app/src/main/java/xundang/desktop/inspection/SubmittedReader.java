package xundang.desktop.inspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.sync.RecordSyncState;
import xundang.desktop.sync.Records;
import xundang.desktop.sync.SyncStates;
import xundang.model.account.Role;
import xundang.model.account.UserId;
import xundang.model.inspection.Addenda;
import xundang.model.inspection.AddendumId;
import xundang.model.inspection.Basis;
import xundang.model.inspection.InspectionBody;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.SignedContent;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.model.template.Attributes;
import xundang.model.template.FormEngine;
import xundang.model.template.FormPlan;
import xundang.model.template.FormSlot;
import xundang.model.template.InspectionTemplate;
import xundang.model.template.ItemKind;
import xundang.model.template.Label;
import xundang.model.template.PhotoRule;
import xundang.model.template.SlotId;
import xundang.model.template.TemplateItem;

/** Puts a submitted inspection together with its form and its addenda. Store thread only. */
final class SubmittedReader {
    private static final Label OTHER = new Label("表外项目", "Rows outside the form");

    private final InspectionParts parts;
    private final Records records;
    private final SyncStates states;
    private final UserId person;
    private final Role role;
    private final FormEngine engine = new FormEngine();

    /** @param person who looks, in which role: that decides who may correct */
    SubmittedReader(InspectionParts parts, Records records, SyncStates states, UserId person, Role role) {
        this.parts = parts;
        this.records = records;
        this.states = states;
        this.person = person;
        this.role = role;
    }

    Optional<SubmittedInspection> find(Tx tx, InspectionId id) {
        Optional<InspectionRow> row = parts.inspections().find(tx, id).filter(InspectionRow::isSubmitted);
        return row.flatMap(found -> records.fields(tx, new RecordKey(RecordType.INSPECTION, id.value()))
                .flatMap(PulledRecords::inspection)
                .flatMap(body -> subject(tx, body).map(subject -> whole(tx, found, body, subject))));
    }

    private SubmittedInspection whole(
            Tx tx, InspectionRow row, InspectionBody body, SubmittedInspection.Subject subject) {
        InspectionId id = row.id();
        Optional<InspectionTemplate> template = template(body);
        List<Addenda.Known> addenda = parts.addenda().of(tx, id);
        Map<AddendumId, RecordSyncState> own = new HashMap<>();
        addenda.stream()
                .filter(known -> known.body().authorId().equals(person))
                .forEach(known -> own.put(known.id(), stateOf(tx, known.id())));
        Map<SlotId, Reading> now = Addenda.corrected(body.readings(), addenda);
        Optional<FormPlan> form = template.map(found -> plan(tx, found, body, readings(body)));
        return new SubmittedInspection(
                id,
                body,
                subject,
                template.map(InspectionTemplate::title).orElse(new Label(body.templateId(), body.templateId())),
                template.isPresent(),
                body.basis() != null,
                sections(body, template.orElse(null), form, now, addenda),
                addenda,
                Map.copyOf(own),
                parts.photos().of(tx, id),
                row.own() ? states.stateOf(tx, id.value()) : RecordSyncState.HELD_BY_SERVER,
                mayAmend(body));
    }

    /** An addendum without anything queued for it came back from the server. */
    private RecordSyncState stateOf(Tx tx, AddendumId id) {
        RecordSyncState state = states.stateOf(tx, id.value());
        return state == RecordSyncState.SAVED_HERE ? RecordSyncState.HELD_BY_SERVER : state;
    }

    private boolean mayAmend(InspectionBody body) {
        return switch (role) {
            case INSPECTOR, ASSET_MANAGER -> true;
            case AUDITOR -> body.inspectorId().equals(person);
            default -> false;
        };
    }

    Optional<InspectionTemplate> template(InspectionBody body) {
        return parts.templates().find(body.templateId(), body.templateVersion());
    }

    /** The form with the limits of the day of submission; of a record that does not say them, with those of the ledger of today. */
    FormPlan plan(Tx tx, InspectionTemplate template, InspectionBody body, Map<SlotId, Reading> readings) {
        Basis basis = body.basis();
        Attributes seen = name -> Optional.ofNullable(body.observed().get(name));
        Attributes attributes = basis != null
                ? basis.asAttributes()
                : parts.assets()
                        .attributes(tx, body.assetId())
                        .orElse(seen)
                        .orElse(parts.assets().siteAttributes(tx, body.assetId()));
        return engine.plan(template, attributes, readings);
    }

    private static Map<SlotId, Reading> readings(InspectionBody body) {
        return Addenda.corrected(body.readings(), List.of());
    }

    private static List<SubmittedInspection.Section> sections(
            InspectionBody body,
            @Nullable InspectionTemplate template,
            Optional<FormPlan> form,
            Map<SlotId, Reading> now,
            List<Addenda.Known> addenda) {
        Map<SlotId, Reading> original = readings(body);
        Map<SlotId, Reading> left = new LinkedHashMap<>(now);
        List<SubmittedInspection.Section> sections = new ArrayList<>();
        form.map(FormPlan::sections).orElse(List.of()).forEach(section -> {
            List<SubmittedInspection.Row> rows = new ArrayList<>();
            for (FormSlot slot : section.slots()) {
                left.remove(slot.id());
                rows.add(row(slot, body, template, original.get(slot.id()), now.get(slot.id()), addenda));
            }
            sections.add(new SubmittedInspection.Section(section.title(), List.copyOf(rows)));
        });
        if (!left.isEmpty()) {
            List<SubmittedInspection.Row> rows = new ArrayList<>();
            left.forEach((slot, reading) -> rows.add(row(
                    outside(slot, reading, template, rows.size() + 1),
                    body,
                    template,
                    original.get(slot),
                    reading,
                    addenda)));
            sections.add(new SubmittedInspection.Section(OTHER, List.copyOf(rows)));
        }
        return List.copyOf(sections);
    }

    private static SubmittedInspection.Row row(
            FormSlot slot,
            InspectionBody body,
            @Nullable InspectionTemplate template,
            @Nullable Reading original,
            @Nullable Reading now,
            List<Addenda.Known> addenda) {
        SignedContent.State signature = original != null && original.value() instanceof ReadingValue.Signed signed
                ? SignedContent.state(slot.id(), signed, template, SignedContent.Head.of(body), body.readings())
                : null;
        return new SubmittedInspection.Row(slot, original, now, Addenda.of(slot.id(), addenda), signature);
    }

    /** A row that the form of that object does not have, or of a form that this program does not know: by its value alone. */
    private static FormSlot outside(
            SlotId slot, Reading reading, @Nullable InspectionTemplate template, int number) {
        TemplateItem known = template == null
                ? null
                : template.items().stream()
                        .filter(item -> item.id().equals(slot.item()))
                        .findFirst()
                        .orElse(null);
        TemplateItem item = known != null
                ? known
                : new TemplateItem(
                        slot.item(),
                        new Label(slot.item(), slot.item()),
                        kind(reading.value()),
                        null,
                        List.of(),
                        PhotoRule.NONE,
                        null);
        Label part = slot.part().isEmpty() ? null : new Label(slot.part(), slot.part());
        return new FormSlot(slot, number, item, part, null);
    }

    private static ItemKind kind(@Nullable ReadingValue value) {
        return switch (value) {
            case ReadingValue.YesNo yesNo -> ItemKind.YES_NO;
            case ReadingValue.Choice choice -> ItemKind.MULTI_CHOICE;
            case ReadingValue.Measured measured -> ItemKind.NUMBER;
            case ReadingValue.Written written -> ItemKind.TEXT;
            case ReadingValue.Signed signed -> ItemKind.SIGNATURE;
            case ReadingValue.Dated dated -> ItemKind.DATE;
            case ReadingValue.Moment moment -> ItemKind.DATE_TIME;
            case ReadingValue.Referenced referenced -> ItemKind.ASSET;
            case ReadingValue.Table table -> ItemKind.TABLE;
            case ReadingValue.Jars jars -> ItemKind.JAR_TABLE;
            case null -> ItemKind.PHOTO;
        };
    }

    private Optional<SubmittedInspection.Subject> subject(Tx tx, InspectionBody body) {
        Map<String, JsonNode> fields = records.fields(
                        tx, new RecordKey(RecordType.ASSET, body.assetId().value()))
                .orElse(Map.of());
        Optional<AssetSummary> asset = parts.assets().summary(tx, body.assetId());
        return asset.map(summary -> new SubmittedInspection.Subject(
                summary, text(fields, "serial_no"), text(fields, "owner_unit"), text(fields, "user_unit")));
    }

    private static String text(Map<String, JsonNode> fields, String name) {
        JsonNode value = fields.get(name);
        return value == null || !value.isString() ? "" : value.stringValue();
    }
}
