package xundang.server.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xundang.server.ledger.AuditDao.Head;
import xundang.server.ledger.AuditDao.Line;
import xundang.server.platform.db.Tx;
import xundang.server.platform.digest.Sha256;

/** The audit: append-only, each line chained to the one before by its hash, so that a deletion, reordering or edit is found. */
public final class AuditTrail {
    private static final String ALG = "SHA-256";
    private static final String START = "0".repeat(64);

    private final AuditDao dao = new AuditDao();
    private final InstantSource clock;

    public AuditTrail(InstantSource clock) {
        this.clock = clock;
    }

    /** Appends lines. Takes the chain's lock until the transaction ends, so it is called last (after the feed's head was locked). */
    public void append(Tx tx, List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Head head = dao.lockHead(tx);
        // The databases keep microseconds; the hash must be over what will be read back.
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Line> lines = new ArrayList<>(entries.size());
        for (AuditEntry entry : entries) {
            long seq = head.seq() + 1;
            String hash = hash(seq, at, entry, head.rowHash());
            lines.add(new Line(seq, at, entry, head.rowHash(), hash));
            head = new Head(seq, hash);
        }
        dao.insert(tx, lines, ALG);
        dao.moveHead(tx, head);
    }

    /** Outcome of a check of the whole chain. {@code brokenAt} is the number of the first line that does not fit. */
    public record Verification(long lines, Optional<Long> brokenAt) {}

    /** Recomputes the chain. A missing end is found by the separately kept head. */
    public Verification verify(Tx tx) {
        Walk walk = new Walk();
        dao.forEach(tx, walk::step);
        Head head = dao.head(tx);
        if (walk.brokenAt == 0 && (head.seq() != walk.last || !head.rowHash().equals(walk.previous))) {
            walk.brokenAt = walk.last + 1;
        }
        return new Verification(walk.last, walk.brokenAt == 0 ? Optional.empty() : Optional.of(walk.brokenAt));
    }

    /** Goes along the chain; remembers where it first did not fit (0: nowhere). */
    private static final class Walk {
        private long last;
        private String previous = START;
        private long brokenAt;

        private void step(Line line) {
            boolean fits = line.seq() == last + 1
                    && line.prevHash().equals(previous)
                    && line.rowHash().equals(hash(line.seq(), line.at(), line.entry(), line.prevHash()));
            if (!fits && brokenAt == 0) {
                brokenAt = last + 1;
            }
            last = line.seq();
            previous = line.rowHash();
        }
    }

    private static String hash(long seq, Instant at, AuditEntry entry, String prevHash) {
        return Sha256.hex(String.join(
                "\n",
                Long.toString(seq),
                at.toString(),
                String.valueOf(entry.account()),
                String.valueOf(entry.device()),
                entry.action(),
                entry.subjectType(),
                entry.subjectId(),
                entry.outcome(),
                String.valueOf(entry.contentSha256()),
                prevHash));
    }
}
