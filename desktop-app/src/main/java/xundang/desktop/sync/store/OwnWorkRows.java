package xundang.desktop.sync.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.sync.OwnWork;
import xundang.model.sync.RecordKey;

/** The features that keep drafts, seen as one. */
public final class OwnWorkRows {
    private final List<OwnWork> features = new ArrayList<>();

    /** Wiring only, before the database is recovered. */
    public void register(OwnWork feature) {
        features.add(feature);
    }

    List<OwnWork.Draft> drafts(Tx tx) {
        return features.stream().flatMap(feature -> feature.drafts(tx).stream()).toList();
    }

    /** Records that drafts are about: without these a draft can be neither seen nor finished. */
    Set<RecordKey> about(Tx tx) {
        Set<RecordKey> about = new HashSet<>();
        drafts(tx).forEach(draft -> about.add(draft.about()));
        return about;
    }

    boolean knows(Tx tx, UUID id) {
        return features.stream().anyMatch(feature -> feature.knows(tx, id));
    }

    void forget(Tx tx, UUID id) {
        features.forEach(feature -> feature.forget(tx, id));
    }
}
