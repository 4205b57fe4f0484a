package xundang.desktop.inspection.store;

import java.util.List;
import xundang.desktop.inspection.InspectionChange;
import xundang.desktop.platform.db.LocalDatabase;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.sync.Outbox;
import xundang.model.inspection.InspectionId;
import xundang.model.json.ModelJson;

/** Writes {@link InspectionChange}s. They carry everything, so applying them needs no clock, no ids and no judgement. */
public final class InspectionAppliers {
    private final InspectionStore inspections;
    private final ReadingStore readings;
    private final PhotoUseStore photos;
    private final Outbox outbox;

    public InspectionAppliers(InspectionStore inspections, ReadingStore readings, PhotoUseStore photos, Outbox outbox) {
        this.inspections = inspections;
        this.readings = readings;
        this.photos = photos;
        this.outbox = outbox;
    }

    /** Registers all of them; before {@link LocalDatabase#recover}. */
    public void register(LocalDatabase database) {
        register(database, InspectionChange.Begin.TYPE, InspectionChange.Begin.class);
        register(database, InspectionChange.Observe.TYPE, InspectionChange.Observe.class);
        register(database, InspectionChange.Upgrade.TYPE, InspectionChange.Upgrade.class);
        register(database, InspectionChange.Answer.TYPE, InspectionChange.Answer.class);
        register(database, InspectionChange.Activate.TYPE, InspectionChange.Activate.class);
        register(database, InspectionChange.AddPhoto.TYPE, InspectionChange.AddPhoto.class);
        register(database, InspectionChange.Submit.TYPE, InspectionChange.Submit.class);
    }

    private void register(LocalDatabase database, String type, Class<? extends InspectionChange> shape) {
        database.register(
                type,
                (tx, change) -> apply(
                        tx,
                        new InspectionId(change.subject()),
                        ModelJson.mapper().treeToValue(change.body(), shape)));
    }

    private void apply(Tx tx, InspectionId id, InspectionChange change) {
        switch (change) {
            case InspectionChange.Begin begin -> {
                inspections.begin(tx, id, begin);
                inspections.activate(tx, id);
            }
            case InspectionChange.Observe observe -> {
                inspections.observe(tx, id, observe.attribute(), observe.value());
                readings.clear(tx, id, observe.cleared());
                readings.put(tx, id, observe.put());
            }
            case InspectionChange.Upgrade upgrade -> {
                inspections.upgrade(tx, id, upgrade.version());
                readings.put(tx, id, upgrade.put());
                inspections.moveTo(tx, id, upgrade.active());
            }
            case InspectionChange.Answer answer -> {
                readings.clear(tx, id, answer.cleared());
                readings.put(tx, id, answer.put());
                inspections.moveTo(tx, id, answer.active());
            }
            case InspectionChange.Activate activate -> {
                if (activate.active()) {
                    inspections.activate(tx, id);
                } else {
                    inspections.deactivate(tx);
                }
            }
            case InspectionChange.AddPhoto added -> {
                photos.put(tx, added.photo(), added.body(), false);
                readings.put(tx, id, List.of(added.reading()));
            }
            case InspectionChange.Submit submit -> submit(tx, id, submit);
        }
    }

    private void submit(Tx tx, InspectionId id, InspectionChange.Submit submit) {
        inspections.putSubmitted(tx, id, submit.body());
        readings.replace(tx, id, submit.body().readings());
        photos.markSubmitted(tx, id);
        inspections.active(tx).filter(id::equals).ifPresent(active -> inspections.deactivate(tx));
        outbox.append(tx, submit.ops());
    }
}
