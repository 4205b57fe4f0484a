package xundang.desktop.testing;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import xundang.desktop.app.LedgerOpening;
import xundang.desktop.app.LedgerServices;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.i18n.Texts;
import xundang.desktop.platform.i18n.Times;
import xundang.desktop.platform.tasks.DirectBackgroundTasks;

/** Everything that a screen needs, in memory, on a fixed morning in Shanghai. */
public final class Desk {
    public static final Instant NOW = Instant.parse("2026-11-21T03:05:00Z");

    public final YangpuLedger ledger = new YangpuLedger();
    public final YangpuInspections inspections = new YangpuInspections(ledger);
    public final FixedSubmitted submitted = new FixedSubmitted(ledger);
    public final FixedReports reports = new FixedReports();
    public final YangpuRounds rounds = new YangpuRounds(ledger);
    public final FixedEditing editing = new FixedEditing();
    public final FixedDesk waiting = new FixedDesk();
    public final FixedSync sync = new FixedSync();
    public final DrawnPictures pictures = new DrawnPictures();
    public final FixedKeeping keeping = new FixedKeeping();
    public final DirectBackgroundTasks tasks = new DirectBackgroundTasks();
    public final UiTexts texts =
            new UiTexts(new Texts(), new Times(ZoneId.of("Asia/Shanghai")), InstantSource.fixed(NOW));
    public final UiContext context = new UiContext(texts, tasks, Optional::empty);

    public LedgerOpening.Report opening = LedgerOpening.Report.NOTHING;

    public LedgerServices services() {
        return new LedgerServices(
                ledger,
                editing,
                inspections,
                submitted,
                reports,
                rounds,
                pictures,
                sync,
                waiting,
                keeping,
                keeping,
                touched -> () -> {},
                (period, tick) -> () -> {},
                () -> opening);
    }
}
