package xundang.desktop.inspection;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.asset.Dossier;
import xundang.desktop.asset.DossierHistory;
import xundang.desktop.asset.FormOffer;
import xundang.desktop.inspection.store.AddendumStore;
import xundang.desktop.inspection.store.InspectionStore;
import xundang.desktop.inspection.store.PhotoUseStore;
import xundang.desktop.inspection.store.ReadingStore;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.sync.RecordSyncState;
import xundang.desktop.sync.SyncStates;
import xundang.model.account.UserId;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.photo.PhotoBody;
import xundang.model.photo.PhotoId;
import xundang.model.template.Verdict;

/** What inspections add to a dossier. Store thread only. */
public final class InspectionHistory implements DossierHistory {
    /** Older ones are on the server's page. */
    private static final int MOST = 200;

    private final InspectionStore inspections;
    private final ReadingStore readings;
    private final PhotoUseStore photos;
    private final AddendumStore addenda;
    private final FormOffers forms;
    private final UserId person;
    private final SyncStates states;

    /** @param person whose open drafts are shown */
    InspectionHistory(
            InspectionStore inspections,
            ReadingStore readings,
            PhotoUseStore photos,
            AddendumStore addenda,
            FormOffers forms,
            SyncStates states,
            UserId person) {
        this.inspections = inspections;
        this.readings = readings;
        this.photos = photos;
        this.addenda = addenda;
        this.forms = forms;
        this.person = person;
        this.states = states;
    }

    @Override
    public List<Dossier.PastInspection> inspections(Tx tx, AssetId asset) {
        return inspections.submitted(tx, asset, MOST).stream()
                .map(row -> past(tx, row))
                .toList();
    }

    @Override
    public List<PhotoId> photos(Tx tx, AssetId asset) {
        return photos.submittedOf(tx, asset);
    }

    @Override
    public List<FormOffer> forms(Tx tx, AssetSummary asset) {
        return forms.of(tx, asset, person);
    }

    /** What is known about a picture, for whoever shows its bytes. */
    public Optional<PhotoBody> photo(Tx tx, PhotoId id) {
        return photos.find(tx, id);
    }

    private Dossier.PastInspection past(Tx tx, InspectionRow row) {
        InspectionId id = row.id();
        Map<Verdict, Integer> counts = readings.verdicts(tx, id);
        return new Dossier.PastInspection(
                id,
                row.templateId(),
                requireNonNull(row.submittedAt()),
                row.inspectorName(),
                requireNonNull(row.verdict()),
                counts.getOrDefault(Verdict.ABNORMAL, 0),
                counts.getOrDefault(Verdict.WARNING, 0),
                photos.of(tx, id).size(),
                addenda.count(tx, id),
                row.own() ? states.stateOf(tx, id.value()) : RecordSyncState.HELD_BY_SERVER,
                false);
    }
}
