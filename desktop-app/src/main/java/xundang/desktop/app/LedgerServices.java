package xundang.desktop.app;

import xundang.desktop.asset.AssetEditing;
import xundang.desktop.asset.Ledger;
import xundang.desktop.inspection.Inspections;
import xundang.desktop.inspection.SubmittedInspections;
import xundang.desktop.photo.Pictures;
import xundang.desktop.platform.tasks.Ticker;
import xundang.desktop.report.Reports;
import xundang.desktop.round.Rounds;
import xundang.desktop.sync.LocalCopies;
import xundang.desktop.sync.SyncControl;
import xundang.desktop.sync.SyncDesk;
import xundang.desktop.sync.UnsentWork;

/**
 * What the window needs of an open ledger.
 *
 * @param ticker for what depends on the time of day
 * @param opening asked before anything else is shown
 */
public record LedgerServices(
        Ledger ledger,
        AssetEditing editing,
        Inspections inspections,
        SubmittedInspections submitted,
        Reports reports,
        Rounds rounds,
        Pictures pictures,
        SyncControl sync,
        SyncDesk desk,
        LocalCopies copies,
        UnsentWork unsent,
        LedgerChanges changes,
        Ticker ticker,
        LedgerOpening opening) {}
