package xundang.desktop.sync;

import xundang.model.sync.SnapshotPage;

/** A server whose snapshot never gets on. */
final class StandingStill extends PassingApi {
    StandingStill(SyncApi server) {
        super(server);
    }

    @Override
    public SnapshotPage snapshot(String after, int limit) {
        SnapshotPage page = super.snapshot("same".equals(after) ? null : after, limit);
        return new SnapshotPage(page.records(), "same", page.cursor(), page.expected());
    }
}
