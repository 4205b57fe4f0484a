package xundang.desktop.app;

import xundang.desktop.asset.Ledger;
import xundang.desktop.inspection.Inspections;
import xundang.desktop.photo.Pictures;
import xundang.desktop.sync.LocalCopies;
import xundang.desktop.sync.SyncControl;
import xundang.desktop.sync.UnsentWork;

/** What the window needs of an open ledger. */
public record LedgerServices(
        Ledger ledger,
        Inspections inspections,
        Pictures pictures,
        SyncControl sync,
        LocalCopies copies,
        UnsentWork unsent,
        LedgerChanges changes) {}
