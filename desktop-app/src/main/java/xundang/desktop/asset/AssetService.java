package xundang.desktop.asset;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import xundang.desktop.asset.store.AssetStore;
import xundang.desktop.platform.db.LocalDatabase;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.sync.OpenConflicts;
import xundang.desktop.sync.RecordSyncState;
import xundang.desktop.sync.Records;
import xundang.desktop.sync.SyncStates;
import xundang.model.asset.AssetId;
import xundang.model.asset.FieldConflict;
import xundang.model.json.ModelJson;
import xundang.model.sync.RecordType;
import xundang.model.tag.TagParse;
import xundang.model.tag.TagText;

/** The ledger for people: lists, dossiers, labels. */
public final class AssetService implements Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(AssetService.class);

    /** More candidates than this are no help to someone who scans. */
    private static final int MAX_CANDIDATES = 20;

    private final LocalDatabase database;
    private final AssetStore store;
    private final AssetRecords assets;
    private final Records records;
    private final DossierHistory history;
    private final SyncStates states;
    private final OpenConflicts disputes;
    private final String ledgerCode;

    /**
     * @param history what the inspection feature adds to a dossier
     * @param states where own changes stand on their way
     * @param disputes changes of two people that nobody has decided between
     * @param ledgerCode of the open ledger, as it stands in its labels
     */
    public AssetService(
            LocalDatabase database,
            AssetStore store,
            Records records,
            DossierHistory history,
            SyncStates states,
            OpenConflicts disputes,
            String ledgerCode) {
        this.database = database;
        this.store = store;
        this.assets = new AssetRecords(store, records);
        this.records = records;
        this.history = history;
        this.states = states;
        this.disputes = disputes;
        this.ledgerCode = ledgerCode;
    }

    @Override
    public List<AssetSummary> search(String text, int limit) {
        return database.read(tx -> store.search(tx, SearchWords.of(text), limit));
    }

    @Override
    public Counts counts() {
        return database.read(store::counts);
    }

    @Override
    public Optional<Dossier> dossier(AssetId id) {
        return database.read(tx -> assets.summary(tx, id)
                .flatMap(summary -> assets.fields(tx, id).map(fields -> dossier(tx, summary, fields))));
    }

    @Override
    public List<FormOffer> forms(AssetId id) {
        return database.read(tx ->
                assets.summary(tx, id).map(asset -> history.forms(tx, asset)).orElse(List.of()));
    }

    private Dossier dossier(Tx tx, AssetSummary summary, AssetFields fields) {
        DossierFacts facts = new DossierFacts(fields);
        return new Dossier(
                summary,
                facts.facts(),
                facts.missing(),
                openConflicts(tx, summary.id()).stream().map(facts::conflict).toList(),
                disputes.openAbout(tx, summary.id().value()),
                edits(tx, summary.id()),
                history.inspections(tx, summary.id()),
                history.photos(tx, summary.id()),
                history.due(tx, summary).orElse(null));
    }

    private @Nullable RecordSyncState edits(Tx tx, AssetId asset) {
        RecordSyncState state = states.stateOf(tx, asset.value());
        // An object's file is never a draft: "saved here" only means that nothing of it was queued.
        return state == RecordSyncState.SAVED_HERE ? null : state;
    }

    private List<FieldConflict> openConflicts(Tx tx, AssetId asset) {
        return records.all(tx, RecordType.FIELD_CONFLICT).stream()
                .map(AssetService::conflict)
                .flatMap(Optional::stream)
                .filter(conflict -> conflict.state() == FieldConflict.State.OPEN
                        && conflict.assetId().equals(asset))
                .toList();
    }

    /** A record that a newer program wrote in another shape is kept but not shown; it must not hide the whole dossier. */
    private static Optional<FieldConflict> conflict(Records.Seen seen) {
        try {
            return Optional.of(ModelJson.mapper().convertValue(seen.fields(), FieldConflict.class));
        } catch (JacksonException e) {
            LOG.warn(
                    "field conflict {} cannot be read: {}",
                    seen.id(),
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    @Override
    public TagResolution resolve(String scanned) {
        return switch (TagText.parse(scanned)) {
            case TagParse.Good good -> database.read(tx -> labelled(tx, good.tag()));
            case TagParse.WrongCheck wrong -> new TagResolution.WrongCheck(scanned.strip());
            case TagParse.NotATag none -> database.read(tx -> typed(tx, scanned.strip()));
        };
    }

    private TagResolution labelled(Tx tx, TagText tag) {
        if (!tag.ledger().equals(ledgerCode)) {
            return new TagResolution.OtherLedger(tag.ledger(), tag.assetNo());
        }
        return oneOf(store.byNumber(tx, tag.assetNo())).orElse(new TagResolution.UnknownAsset(tag.assetNo()));
    }

    private TagResolution typed(Tx tx, String text) {
        List<String> words = SearchWords.of(text);
        if (words.isEmpty()) {
            return new TagResolution.NotATag(text);
        }
        return oneOf(store.byNumber(tx, text.toUpperCase(Locale.ROOT)))
                .or(() -> oneOf(store.search(tx, words, MAX_CANDIDATES)))
                .orElse(new TagResolution.NotATag(text));
    }

    /** Two laptops may have given the same number away; then a person has to say which one it is. */
    private static Optional<TagResolution> oneOf(List<AssetSummary> candidates) {
        return switch (candidates.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new TagResolution.Found(candidates.getFirst().id()));
            default -> Optional.of(new TagResolution.Several(candidates));
        };
    }
}
