package xundang.desktop.platform.db;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;
import xundang.desktop.platform.crypto.Aead;
import xundang.desktop.platform.crypto.AesGcm;
import xundang.desktop.platform.crypto.SealBroken;

/**
 * Bytes of a journal segment: a sealed header, then frames.
 *
 * <pre>
 * header  "XDJRNL" version(2) segment(8) floor(8) seal of nothing(40)
 * frame   "XDFR" body length(4) CRC-32 of body(4) body
 * body    seq(8) SHA-256 of the frame before(32) sealed(kind(1) payload)
 * </pre>
 *
 * The key belongs to one ledger. The seal's context holds segment, seq and the hash of the frame before, beginning with the header's, which
 * is different in every segment: a frame can be neither moved, nor repeated, nor left out unnoticed. The hash stands in the frame too, so
 * that the frames behind a damaged one can still be opened; so can they behind a damaged header, as the segment is in the file's name.
 */
final class JournalFormat {
    static final int VERSION = 1;
    static final int HASH = 32;

    /** No honest entry is larger; keeps a damaged length from asking for all memory. */
    static final int MAX_BODY = 16 * 1024 * 1024;

    private static final byte[] MAGIC = "XDJRNL".getBytes(StandardCharsets.US_ASCII);
    private static final int FRAME_MAGIC = 0x58444652;
    private static final int FRAME_HEAD = 12;
    private static final int CLEAR_BODY = Long.BYTES + HASH;
    private static final int CLEAR_HEADER = MAGIC.length + 2 + 8 + 8;
    private static final int EMPTY_SEAL = 1 + AesGcm.NAME.length() + 12 + 16;

    /** Bytes before the first frame. */
    static final int HEADER = CLEAR_HEADER + EMPTY_SEAL;

    private JournalFormat() {}

    /**
     * What a segment says about itself.
     *
     * @param floor the database held everything up to here when the segment was begun; entries up to here may be missing
     */
    record Header(long segment, long floor) {}

    /** What stands at the beginning of a file. */
    sealed interface HeaderRead {
        record Good(Header header) implements HeaderRead {}

        /** Written by a later version of this program. */
        record Newer() implements HeaderRead {}

        record Bad() implements HeaderRead {}
    }

    /** A frame that opened, with the hash that the next one must name. */
    record Opened(JournalFrame frame, String namedBefore, String ownHash, int length) {}

    static byte[] header(Header header, Aead aead) {
        byte[] clear = ByteBuffer.allocate(CLEAR_HEADER)
                .put(MAGIC)
                .putShort((short) VERSION)
                .putLong(header.segment())
                .putLong(header.floor())
                .array();
        byte[] seal = aead.seal(clear, new byte[0]);
        return ByteBuffer.allocate(HEADER).put(clear).put(seal).array();
    }

    static HeaderRead readHeader(byte[] file, Aead aead) {
        if (file.length < HEADER || !Arrays.equals(MAGIC, Arrays.copyOf(file, MAGIC.length))) {
            return new HeaderRead.Bad();
        }
        ByteBuffer in = ByteBuffer.wrap(file).position(MAGIC.length);
        int version = in.getShort();
        Header header = new Header(in.getLong(), in.getLong());
        try {
            aead.open(Arrays.copyOf(file, CLEAR_HEADER), Arrays.copyOfRange(file, CLEAR_HEADER, HEADER));
        } catch (SealBroken broken) {
            return new HeaderRead.Bad();
        }
        return version > VERSION ? new HeaderRead.Newer() : new HeaderRead.Good(header);
    }

    static byte[] frame(JournalFrame frame, Header header, String hashBefore, Aead aead) {
        byte[] before = HexFormat.of().parseHex(hashBefore);
        byte[] plain = ByteBuffer.allocate(1 + frame.payload().length)
                .put(frame.kind().code())
                .put(frame.payload())
                .array();
        byte[] seal = aead.seal(context(header, frame.seq(), before), plain);
        if (CLEAR_BODY + seal.length > MAX_BODY) {
            throw new IllegalArgumentException("a change of " + plain.length + " bytes is too large for the journal");
        }
        byte[] body = ByteBuffer.allocate(CLEAR_BODY + seal.length)
                .putLong(frame.seq())
                .put(before)
                .put(seal)
                .array();
        return ByteBuffer.allocate(FRAME_HEAD + body.length)
                .putInt(FRAME_MAGIC)
                .putInt(body.length)
                .putInt(crc(body, 0, body.length))
                .put(body)
                .array();
    }

    /** The frame at a place; empty if none stands there whole and unchanged. */
    static Optional<Opened> frameAt(byte[] file, int at, Header header, Aead aead) {
        if (!startsFrame(file, at) || file.length - at < FRAME_HEAD + CLEAR_BODY) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(file).position(at + 4);
        int length = in.getInt();
        int crc = in.getInt();
        int start = at + FRAME_HEAD;
        if (length <= CLEAR_BODY || length > file.length - start || crc != crc(file, start, length)) {
            return Optional.empty();
        }
        long seq = in.getLong();
        byte[] before = Arrays.copyOfRange(file, start + Long.BYTES, start + CLEAR_BODY);
        try {
            byte[] plain = aead.open(
                    context(header, seq, before), Arrays.copyOfRange(file, start + CLEAR_BODY, start + length));
            int total = FRAME_HEAD + length;
            return plain.length == 0
                    ? Optional.empty()
                    : JournalFrame.Kind.of(plain[0])
                            .map(kind -> new Opened(
                                    new JournalFrame(seq, kind, Arrays.copyOfRange(plain, 1, plain.length)),
                                    HexFormat.of().formatHex(before),
                                    sha256(file, at, total),
                                    total));
        } catch (SealBroken broken) {
            return Optional.empty();
        }
    }

    static boolean startsFrame(byte[] file, int at) {
        return file.length - at >= 4 && ByteBuffer.wrap(file).getInt(at) == FRAME_MAGIC;
    }

    /** True if the bytes from here to the end are the beginning of a frame whose writing was cut short. */
    static boolean isCutShort(byte[] file, int at) {
        if (file.length - at < FRAME_HEAD) {
            return true;
        }
        int length = ByteBuffer.wrap(file).getInt(at + 4);
        int there = file.length - at - FRAME_HEAD;
        boolean cut = startsFrame(file, at) && length > there && length <= MAX_BODY;
        // A whole frame whose length was changed looks the same; its checksum tells.
        return cut && ByteBuffer.wrap(file).getInt(at + 8) != crc(file, at + FRAME_HEAD, there);
    }

    /** Lower-case hex. */
    static String sha256(byte[] bytes, int from, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, from, length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", e);
        }
    }

    private static int crc(byte[] bytes, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    private static byte[] context(Header header, long seq, byte[] hashBefore) {
        return ByteBuffer.allocate(8 + 8 + HASH)
                .putLong(header.segment())
                .putLong(seq)
                .put(hashBefore)
                .array();
    }
}
