package xundang.desktop.round;

import java.time.Clock;
import java.util.List;
import xundang.desktop.asset.Assets;
import xundang.desktop.asset.DossierHistory;
import xundang.desktop.inspection.InspectionFacts;
import xundang.desktop.inspection.InspectionParts;
import xundang.desktop.platform.db.LocalDatabase;
import xundang.desktop.round.store.RoundStore;
import xundang.desktop.session.Session;
import xundang.desktop.sync.ClockOffset;
import xundang.desktop.sync.Outbox;
import xundang.desktop.sync.RecordListener;
import xundang.desktop.sync.Records;
import xundang.model.id.IdSource;

/**
 * The feature's inner parts, put together once per open ledger.
 *
 * @param listeners to be registered with the records
 */
public record RoundParts(
        LocalDatabase database,
        Session session,
        InspectionFacts inspections,
        RoundBook book,
        RoundItems items,
        RoundClock clock,
        List<RecordListener> listeners) {

    /** What of an open ledger the rounds stand on. */
    public record Ground(LocalDatabase database, Records records, Outbox outbox, ClockOffset clockOffset) {}

    /** Makes the parts and registers what replays their changes; call it before {@link LocalDatabase#recover}. */
    public static RoundParts over(
            Ground ground, Assets assets, InspectionParts inspections, Session session, Clock clock) {
        RoundStore store = new RoundStore();
        RoundRecords records = new RoundRecords(store);
        RoundChange.register(ground.database(), ground.outbox());
        InspectionFacts facts = inspections.facts();
        return new RoundParts(
                ground.database(),
                session,
                facts,
                new RoundBook(assets, facts, ground.records(), records, store),
                new RoundItems(facts, inspections.templates(), session),
                new RoundClock(clock, ground.clockOffset(), facts),
                records.listeners());
    }

    /** What the screens ask. */
    public Rounds service(Clock clock, IdSource ids) {
        return new RoundService(database, this, session, new RoundOps(session, clock, ids));
    }

    /** A dossier's history with what is due and which inspections were second. */
    public DossierHistory history(DossierHistory inspected) {
        return new RoundHistory(inspected, this, session);
    }
}
