package xundang.desktop.platform.db;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xundang.desktop.platform.crypto.Aead;

/**
 * What reading a segment found.
 *
 * @param goodEnd where the last good frame ends
 * @param lastHash hash of the last good frame, or of the header
 * @param tornTail the file ends in a frame whose writing was cut short: it was never acknowledged
 * @param damage places where something is missing or changed that was once complete
 */
record JournalScan(List<JournalFrame> frames, int goodEnd, String lastHash, boolean tornTail, List<String> damage) {

    /** Reads all frames. Behind a damaged place it goes on with the next frame that opens. */
    static JournalScan of(byte[] file, JournalFormat.Header header, Aead aead) {
        List<JournalFrame> frames = new ArrayList<>();
        List<String> damage = new ArrayList<>();
        String hash = JournalFormat.sha256(file, 0, Math.min(file.length, JournalFormat.HEADER));
        long lastSeq = 0;
        int at = JournalFormat.HEADER;
        while (at < file.length) {
            Optional<JournalFormat.Opened> read = JournalFormat.frameAt(file, at, header, aead);
            if (read.isEmpty()) {
                int next = nextGood(file, at + 1, header, aead);
                if (next < 0) {
                    break;
                }
                damage.add("bytes " + at + " to " + next + " do not open");
                at = next;
                continue;
            }
            JournalFormat.Opened opened = read.get();
            if (!opened.namedBefore().equals(hash)) {
                damage.add("entry " + opened.frame().seq() + " does not follow entry " + lastSeq);
            }
            if (opened.frame().seq() > lastSeq) {
                frames.add(opened.frame());
                lastSeq = opened.frame().seq();
            }
            hash = opened.ownHash();
            at += opened.length();
        }
        boolean torn = at < file.length && JournalFormat.isCutShort(file, at);
        if (at < file.length && !torn) {
            damage.add("the last " + (file.length - at) + " bytes do not open");
        }
        return new JournalScan(List.copyOf(frames), at, hash, torn, List.copyOf(damage));
    }

    JournalScan withDamage(String more) {
        List<String> all = new ArrayList<>(damage);
        all.add(more);
        return new JournalScan(frames, goodEnd, lastHash, tornTail, List.copyOf(all));
    }

    private static int nextGood(byte[] file, int from, JournalFormat.Header header, Aead aead) {
        for (int at = from; at < file.length; at++) {
            if (JournalFormat.startsFrame(file, at)
                    && JournalFormat.frameAt(file, at, header, aead).isPresent()) {
                return at;
            }
        }
        return -1;
    }
}
