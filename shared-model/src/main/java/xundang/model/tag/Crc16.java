package xundang.model.tag;

import java.nio.charset.StandardCharsets;

/** CRC-16/CCITT-FALSE: polynomial 1021, start FFFF, no reflection, no final XOR. */
final class Crc16 {
    private static final int POLYNOMIAL = 0x1021;

    private Crc16() {}

    /** Four upper-case hex digits over the ASCII text. */
    static String of(String text) {
        int crc = 0xFFFF;
        for (byte octet : text.getBytes(StandardCharsets.US_ASCII)) {
            crc ^= (octet & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) != 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
            }
            crc &= 0xFFFF;
        }
        return "%04X".formatted(crc);
    }
}
