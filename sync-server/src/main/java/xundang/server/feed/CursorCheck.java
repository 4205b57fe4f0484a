package xundang.server.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import xundang.server.ledger.Scopes;
import xundang.server.platform.db.Tx;
import xundang.server.platform.http.ProblemException;
import xundang.server.platform.http.Problems;

/** Whether a position belongs to this history, to what its reader may see, and is young enough for nothing to be missed. */
final class CursorCheck {
    /** What left the feed longer ago may be forgotten ({@link TombstoneJob}); older positions cannot be continued. */
    static final Duration FLOOR = Duration.ofDays(400);

    private static final String CURE = "需要重新下载台账。本机未发送的记录不受影响。";

    private final FeedDao feed;
    private final InstantSource clock;

    CursorCheck(FeedDao feed, InstantSource clock) {
        this.feed = feed;
        this.clock = clock;
    }

    /** The moment before which things may be forgotten. */
    static Instant floor(InstantSource clock) {
        return clock.instant().minus(FLOOR);
    }

    /** Throws {@link ProblemException} {@code resync}: 409 for a position that is not ours, 410 for one that is too old. */
    Cursors.Position check(Tx tx, Optional<Cursors.Position> given, FeedDao.Head head, Scopes scopes) {
        Cursors.Position position = given.filter(it -> it.e().equals(head.epoch())
                        && it.q() <= head.seq()
                        && feed.commitAt(tx, it.q()).equals(Optional.ofNullable(it.c()))
                        && it.s().equals(scopes.fingerprint()))
                .orElseThrow(CursorCheck::notOurs);
        // Not the position's own age counts, but that of the first change after it: on a quiet ledger nothing has been
        // missed.
        boolean tooOld = feed.commitAfter(tx, position.q())
                .filter(next -> next.at().isBefore(floor(clock)))
                .filter(next -> position.f() == null || next.seqEnd() > position.f())
                .isPresent();
        if (tooOld) {
            throw Problems.of(410, "resync", "E-SYNC-221", "Cursor too old", "这台电脑太久没有同步，" + CURE);
        }
        return position;
    }

    static ProblemException notOurs() {
        return Problems.of(409, "resync", "E-SYNC-220", "Cursor not known", "服务器的数据版本或您的权限已变化，" + CURE);
    }
}
