package xundang.desktop.inspection;

import xundang.desktop.asset.Assets;
import xundang.desktop.inspection.store.AddendumApplier;
import xundang.desktop.inspection.store.AddendumStore;
import xundang.desktop.inspection.store.InspectionAppliers;
import xundang.desktop.inspection.store.InspectionStore;
import xundang.desktop.inspection.store.PhotoUseStore;
import xundang.desktop.inspection.store.ReadingStore;
import xundang.desktop.platform.db.LocalDatabase;
import xundang.desktop.sync.Outbox;
import xundang.desktop.sync.RecordPhotos;
import xundang.desktop.sync.SyncStates;
import xundang.model.account.UserId;
import xundang.model.template.TemplateCatalog;

/** The feature's inner parts, put together once per open ledger. */
public record InspectionParts(
        InspectionStore inspections,
        ReadingStore readings,
        PhotoUseStore photos,
        AddendumStore addenda,
        DraftAssets assets,
        TemplateCatalog templates,
        DraftReader drafts,
        InspectionFacts facts) {

    /** Makes the parts and registers what replays their changes; call it before {@link LocalDatabase#recover}. */
    public static InspectionParts over(
            LocalDatabase database, Assets ledger, Outbox outbox, TemplateCatalog templates) {
        InspectionStore inspections = new InspectionStore();
        ReadingStore readings = new ReadingStore();
        PhotoUseStore photos = new PhotoUseStore();
        AddendumStore addenda = new AddendumStore();
        AddendumApplier.register(database, addenda, outbox);
        new InspectionAppliers(inspections, readings, photos, outbox).register(database);
        DraftAssets assets = new DraftAssets(ledger, inspections);
        DraftReader drafts = new DraftReader(inspections, readings, assets, templates);
        InspectionFacts facts = new InspectionFacts(inspections, assets, drafts);
        return new InspectionParts(inspections, readings, photos, addenda, assets, templates, drafts, facts);
    }

    /** What the asset feature shows of inspections. */
    public InspectionHistory history(SyncStates states, UserId person) {
        FormOffers forms = new FormOffers(inspections, assets, templates);
        return new InspectionHistory(inspections, readings, photos, addenda, forms, states, person);
    }

    /** Pictures of a record, for whoever decides a conflict about it. */
    public RecordPhotos submittedPhotos() {
        return new SubmittedPhotos(photos);
    }

    /** Drafts, for sync to carry away and never to purge unseen. */
    public InspectionDrafts ownWork() {
        return new InspectionDrafts(inspections, readings, photos);
    }

    /** Keeps the rows in step with pulled inspections. */
    public InspectionChangeHandler inspectionChanges() {
        return new InspectionChangeHandler(inspections, readings);
    }

    /** Keeps the rows in step with pulled addenda. */
    public AddendumChangeHandler addendumChanges() {
        return new AddendumChangeHandler(addenda);
    }

    /** Keeps the rows in step with pulled pictures. */
    public PhotoChangeHandler photoChanges() {
        return new PhotoChangeHandler(photos);
    }
}
