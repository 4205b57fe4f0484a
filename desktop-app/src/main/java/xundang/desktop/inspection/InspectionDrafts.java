package xundang.desktop.inspection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import xundang.desktop.inspection.store.InspectionStore;
import xundang.desktop.inspection.store.PhotoUseStore;
import xundang.desktop.inspection.store.ReadingStore;
import xundang.desktop.platform.db.LocalChange;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.sync.OwnWork;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.Reading;
import xundang.model.photo.PhotoBody;
import xundang.model.photo.PhotoId;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.model.template.SlotId;
import xundang.model.template.Verdict;

/** The drafts of forms, as sync carries them away in a package: the very changes that made them, in their shortest form. */
public final class InspectionDrafts implements OwnWork {
    private final InspectionStore inspections;
    private final ReadingStore readings;
    private final PhotoUseStore photos;

    InspectionDrafts(InspectionStore inspections, ReadingStore readings, PhotoUseStore photos) {
        this.inspections = inspections;
        this.readings = readings;
        this.photos = photos;
    }

    @Override
    public List<Draft> drafts(Tx tx) {
        return inspections.drafts(tx).stream()
                .sorted(Comparator.comparing(row -> row.id().value()))
                .map(row -> draft(tx, row))
                .toList();
    }

    private Draft draft(Tx tx, InspectionRow row) {
        Map<PhotoId, PhotoBody> pictures = photos.of(tx, row.id());
        return new Draft(
                row.id().value(),
                new RecordKey(RecordType.ASSET, row.asset().value()),
                row.inspector(),
                changes(tx, row, pictures),
                pictures.values().stream()
                        .map(body -> new Picture(body.sha256(), body.size(), body.mime()))
                        .distinct()
                        .toList());
    }

    private List<LocalChange> changes(Tx tx, InspectionRow row, Map<PhotoId, PhotoBody> pictures) {
        SlotId slot = row.activeSlot();
        if (slot == null) {
            throw new IllegalStateException("a draft without a place in its form: " + row.id());
        }
        Map<SlotId, Reading> answers = readings.of(tx, row.id());
        List<InspectionChange> changes = new ArrayList<>();
        changes.add(new InspectionChange.Begin(
                row.asset(),
                row.templateId(),
                row.templateVersion(),
                row.plannedFor(),
                row.startedAt(),
                row.inspector(),
                row.inspectorName(),
                slot,
                inspections.known(tx, row.asset()).orElse(null),
                row.occurrence()));
        row.observed().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(seen -> changes.add(
                        new InspectionChange.Observe(seen.getKey(), seen.getValue(), List.of(), List.of())));
        Set<SlotId> cleared = new LinkedHashSet<>();
        pictures.forEach((id, body) -> {
            SlotId at = body.slot() == null ? slot : body.slot();
            Reading reading = answers.get(at);
            if (reading == null) {
                cleared.add(at);
            }
            changes.add(new InspectionChange.AddPhoto(id, body, reading == null ? empty(at, row) : reading));
        });
        changes.add(new InspectionChange.Answer(List.copyOf(answers.values()), List.copyOf(cleared), slot));
        // A form that came in a package must not push itself before the one that the person is in.
        changes.add(new InspectionChange.Activate(false));
        return changes.stream().map(change -> change.of(row.id())).toList();
    }

    /** Stands in for a row that was cleared after its picture was taken; the answer that follows clears it again. */
    private static Reading empty(SlotId slot, InspectionRow row) {
        return new Reading(slot, null, null, List.of(), null, Verdict.SKIPPED, row.startedAt());
    }

    @Override
    public boolean knows(Tx tx, UUID id) {
        return inspections.find(tx, new InspectionId(id)).isPresent();
    }

    @Override
    public void forget(Tx tx, UUID id) {
        InspectionId inspection = new InspectionId(id);
        if (inspections.active(tx).filter(inspection::equals).isPresent()) {
            inspections.deactivate(tx);
        }
        photos.removeOf(tx, inspection);
        photos.remove(tx, new PhotoId(id));
        inspections.remove(tx, inspection);
    }
}
