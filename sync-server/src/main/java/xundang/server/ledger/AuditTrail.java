package xundang.server.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
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
        for (AuditEntry entry : entries) {
            long seq = head.seq() + 1;
            String hash = hash(seq, at, entry, head.rowHash());
            dao.insert(tx, new Line(seq, at, entry, head.rowHash(), hash), ALG);
            head = new Head(seq, hash);
        }
        dao.moveHead(tx, head);
    }

    /** Outcome of a check of the whole chain. {@code brokenAt} is the number of the first line that does not fit. */
    public record Verification(long lines, Optional<Long> brokenAt) {}

    /** Recomputes the chain. A missing end is found by the separately kept head. */
    public Verification verify(Tx tx) {
        AtomicLong last = new AtomicLong();
        AtomicReference<String> previous = new AtomicReference<>(START);
        AtomicReference<Optional<Long>> broken = new AtomicReference<>(Optional.empty());
        dao.forEach(tx, line -> {
            long expected = last.get() + 1;
            boolean fits = line.seq() == expected
                    && line.prevHash().equals(previous.get())
                    && line.rowHash().equals(hash(line.seq(), line.at(), line.entry(), line.prevHash()));
            if (!fits && broken.get().isEmpty()) {
                broken.set(Optional.of(expected));
            }
            last.set(line.seq());
            previous.set(line.rowHash());
        });
        Head head = dao.head(tx);
        if (broken.get().isEmpty()
                && (head.seq() != last.get() || !head.rowHash().equals(previous.get()))) {
            broken.set(Optional.of(last.get() + 1));
        }
        return new Verification(last.get(), broken.get());
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
