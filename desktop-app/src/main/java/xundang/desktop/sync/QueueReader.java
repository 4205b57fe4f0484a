package xundang.desktop.sync;

import java.util.List;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.sync.store.SubjectStore.Line;
import xundang.desktop.sync.store.SyncStores;

/** Puts a name to each line of the queue: number and name of the asset that it is about. */
final class QueueReader {
    private final SyncStores stores;
    private final RecordTitles titles;

    QueueReader(SyncStores stores) {
        this.stores = stores;
        titles = new RecordTitles(stores.records());
    }

    List<SyncControl.QueueEntry> entries(Tx tx, int limit) {
        return stores.subjects().lines(tx, limit).stream()
                .map(line -> entry(tx, line))
                .toList();
    }

    private SyncControl.QueueEntry entry(Tx tx, Line line) {
        return new SyncControl.QueueEntry(
                line.opId(), line.kind(), titles.title(tx, line.key()), line.state(), line.reason());
    }
}
