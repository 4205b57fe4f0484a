package xundang.desktop.sync.store;

import java.util.ArrayList;
import java.util.List;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.sync.RecordListener.Changed;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;

/** Gathers what listeners are to be told of a page: neighbours of one type at once, all in the order of the page. */
final class Telling {
    private final Tx tx;
    private final RecordStore records;
    private final List<Changed> run = new ArrayList<>();
    private RecordType type = RecordType.ASSET;

    Telling(Tx tx, RecordStore records) {
        this.tx = tx;
        this.records = records;
    }

    void add(RecordKey key, RecordStore.Visible now) {
        if (!key.type().equals(type)) {
            end();
            type = key.type();
        }
        run.add(new Changed(key.id(), now.scope(), now.fields()));
    }

    /** Tells what is gathered so far. */
    void end() {
        if (!run.isEmpty()) {
            records.tell(tx, type, List.copyOf(run));
            run.clear();
        }
    }
}
