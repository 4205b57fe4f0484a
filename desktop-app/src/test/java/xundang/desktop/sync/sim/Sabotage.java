package xundang.desktop.sync.sim;

import xundang.model.sync.ChangePage;
import xundang.model.sync.PushRequest;
import xundang.model.sync.PushResponse;
import xundang.model.sync.SnapshotPage;
import xundang.server.ledger.Scopes;

/** Places where a test can break the product on purpose, to see that the oracle notices. By default nothing is broken. */
interface Sabotage {
    /** Breaks nothing. */
    Sabotage NONE = new Sabotage() {};

    /** Ops as a laptop sends them. */
    default PushRequest sending(PushRequest request) {
        return request;
    }

    /** Ops as the server takes them. */
    default PushRequest arriving(PushRequest request) {
        return request;
    }

    /** After the server's commit. */
    default PushResponse answered(SimServer server, PushRequest request, PushResponse response) {
        return response;
    }

    /** What a reader is taken to be entitled to. */
    default Scopes entitled(Scopes scopes) {
        return scopes;
    }

    /** A page of the feed on its way to a reader. */
    default ChangePage page(SimServer server, String cursor, ChangePage page) {
        return page;
    }

    /** A page of the snapshot on its way to a reader. */
    default SnapshotPage page(SnapshotPage page) {
        return page;
    }

    /** After a round of a laptop, before anybody looks at it. */
    default void afterRound(SimClient client) {}

    /** After the server took the last byte of a picture. */
    default void photoSent(SimServer server, String sha256) {}
}
