package xundang.desktop.inspection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.model.template.Attributes;
import xundang.model.template.FormEngine;
import xundang.model.template.FormPlan;
import xundang.model.template.InspectionTemplate;
import xundang.model.template.Label;
import xundang.model.template.SlotId;

/** Puts a submitted inspection together with its form and its addenda. Store thread only. */
final class SubmittedReader {
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
        Optional<FormPlan> form =
                template.map(found -> plan(tx, found, body, Addenda.corrected(body.readings(), List.of())));
        return new SubmittedInspection(
                id,
                body,
                subject,
                template.map(InspectionTemplate::title).orElse(new Label(body.templateId(), body.templateId())),
                template.isPresent(),
                body.basis() != null,
                SubmittedForm.sections(body, template.orElse(null), form.orElse(null), addenda),
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
