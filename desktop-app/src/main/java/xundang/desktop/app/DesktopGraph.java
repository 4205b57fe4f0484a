package xundang.desktop.app;

import java.security.SecureRandom;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.asset.AssetChangeHandler;
import xundang.desktop.asset.AssetEditService;
import xundang.desktop.asset.AssetRecords;
import xundang.desktop.asset.AssetService;
import xundang.desktop.asset.store.AssetStore;
import xundang.desktop.inspection.InspectionParts;
import xundang.desktop.inspection.InspectionService;
import xundang.desktop.inspection.SubmittedService;
import xundang.desktop.platform.db.StoreFaults;
import xundang.desktop.platform.i18n.Texts;
import xundang.desktop.platform.tasks.LaptopTasks;
import xundang.desktop.report.ReportService;
import xundang.desktop.round.RoundParts;
import xundang.desktop.session.LedgerHandle;
import xundang.desktop.session.OpenLedger;
import xundang.desktop.session.Session;
import xundang.desktop.sync.LocalCopyService;
import xundang.desktop.sync.SyncDeskService;
import xundang.desktop.sync.SyncIdentity;
import xundang.desktop.sync.SyncParts;
import xundang.desktop.sync.SyncService;
import xundang.desktop.sync.UnsentWorkService;
import xundang.desktop.sync.http.HttpSyncApi;
import xundang.desktop.sync.store.SyncStores;
import xundang.model.id.IdSource;
import xundang.model.template.TemplateCatalog;

/**
 * The one place where the parts of an open ledger are put together: stores, appliers, listeners, services, sync. Made once per log-in, on
 * the interface's thread; nothing here blocks: recovery is queued as the first step on the store thread, before anything can be asked of it.
 */
public final class DesktopGraph {
    /** What this program calls itself to the server. */
    static final String APP_VERSION = "0.1.0";

    /** Version of the record fields that this program knows. */
    static final int SCHEMA_VERSION = 1;

    private static final Logger LOG = LoggerFactory.getLogger(DesktopGraph.class);

    private final LaptopTasks tasks;
    private final Clock clock;
    private final IdSource ids;
    private final SecureRandom random;
    private final TemplateCatalog templates = TemplateCatalog.bundled();

    /** @param clock in the ledger's time zone: it decides which day is today */
    public DesktopGraph(LaptopTasks tasks, Clock clock, IdSource ids, SecureRandom random) {
        this.tasks = tasks;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
    }

    /** Puts the services of a freshly opened ledger together and starts its sync. */
    public LedgerServices open(LedgerHandle handle) {
        if (!(handle instanceof OpenLedger ledger)) {
            throw new IllegalArgumentException("not a ledger that this program opened");
        }
        SyncStores stores = SyncStores.over(ledger.database());
        Features features = features(ledger, stores);
        Session session = ledger.session();
        HttpSyncApi api = new HttpSyncApi(session.server(), ledger::token);
        SyncIdentity identity = new SyncIdentity(session.device(), session.user(), APP_VERSION, SCHEMA_VERSION);
        SyncParts parts = new SyncParts(api, ledger.database(), stores, new KeptPhotoBytes(ledger.photos()), identity);
        SyncService sync = new SyncService(parts, tasks, clock, random);
        LedgerOpening opening = () -> new LedgerOpening.Report(ledger.database().recover(), ledger.photosSetAside());
        // First on the store thread; without a complete ledger nothing is synced, and the shell shows why.
        tasks.store(
                () -> {
                    LedgerOpening.Report report = opening.report();
                    ledger.database().inTransaction(features.records()::completeRows);
                    return report;
                },
                report -> {
                    LOG.info("ledger open: {}", report);
                    sync.start(tasks);
                },
                fault -> LOG.error("E-STORE-170 the journal could not be replayed: {}", StoreFaults.code(fault)));
        CoalescedChanges changes = new CoalescedChanges();
        tasks.store(
                () -> ledger.database().onCommit(touched -> changes.note()),
                listening -> ledger.beforeClose(listening::close),
                fault -> LOG.error("E-STORE-171 screens will not hear of changes", fault));
        ledger.beforeClose(changes.start(tasks)::close);
        ledger.beforeClose(sync::close);
        return services(ledger, stores, features, new Syncing(parts, sync, changes, opening));
    }

    /** The inner parts of the features; they know each other's records. */
    private record Features(AssetStore assets, AssetRecords records, InspectionParts inspections, RoundParts rounds) {}

    /** What moves records between the laptop and the server, and tells the screens. */
    private record Syncing(SyncParts parts, SyncService sync, CoalescedChanges changes, LedgerOpening opening) {}

    /** Makes the features and registers what keeps their tables in step with the records. */
    private Features features(OpenLedger ledger, SyncStores stores) {
        AssetStore assets = new AssetStore();
        AssetRecords records = new AssetRecords(assets, stores.records());
        InspectionParts inspections = InspectionParts.over(ledger.database(), records, stores.outbox(), templates);
        RoundParts rounds = RoundParts.over(
                new RoundParts.Ground(ledger.database(), stores.records(), stores.outbox(), stores.marks()),
                records,
                inspections,
                ledger.session(),
                clock);
        rounds.listeners().forEach(stores.records()::register);
        AssetEditService.register(ledger.database(), stores.outbox());
        stores.records().register(new AssetChangeHandler(assets));
        stores.records().register(inspections.inspectionChanges());
        stores.records().register(inspections.addendumChanges());
        stores.records().register(inspections.photoChanges());
        stores.ownWork().register(inspections.ownWork());
        return new Features(assets, records, inspections, rounds);
    }

    private LedgerServices services(OpenLedger ledger, SyncStores stores, Features features, Syncing syncing) {
        Session session = ledger.session();
        InspectionParts inspections = features.inspections();
        SyncDeskService desk = desk(ledger, stores, inspections);
        SubmittedService submitted = SubmittedService.of(
                new SubmittedService.Place(ledger.database(), inspections, session, clock, ids),
                stores.records(),
                stores.subjects(),
                stores.marks());
        return new LedgerServices(
                new AssetService(
                        ledger.database(),
                        features.assets(),
                        stores.records(),
                        features.rounds().history(inspections.history(stores.subjects(), session.user())),
                        stores.subjects(),
                        desk,
                        session.ledgerCode()),
                new AssetEditService(ledger.database(), stores.records(), session, stores.marks(), clock, ids),
                new InspectionService(
                        ledger.database(), inspections, ledger.photos(), session, stores.marks(), clock, ids),
                submitted,
                new ReportService(submitted, ledger.photos(), tasks, new Texts(), clock.getZone()),
                features.rounds().service(clock, ids),
                new PictureService(
                        ledger.database(),
                        inspections.photos()::find,
                        ledger.photos(),
                        syncing.sync().fetcher(),
                        tasks),
                syncing.sync(),
                desk,
                new LocalCopyService(syncing.parts()),
                new UnsentWorkService(syncing.parts(), tasks, session.ledgerCode(), clock, ids, random),
                syncing.changes(),
                tasks,
                syncing.opening());
    }

    private SyncDeskService desk(OpenLedger ledger, SyncStores stores, InspectionParts inspections) {
        Session session = ledger.session();
        return new SyncDeskService(
                ledger.database(),
                stores,
                inspections.submittedPhotos(),
                new SyncDeskService.Person(session.user(), session.role()),
                clock,
                ids);
    }
}
