package xundang.desktop.platform.crypto;

/** Turns a password into key bytes, slowly on purpose. The seam at which PBKDF2-HMAC-SM3 (国密) can stand beside Argon2id. */
public interface PasswordStretch {
    /** Name stored beside the salt. */
    String name();

    /** 32 bytes from a password and a salt. The password is left as it is; the caller wipes the result. */
    byte[] stretch(char[] password, byte[] salt, Cost cost);

    /**
     * How slow.
     *
     * @param memoryKib working memory in KiB
     * @param passes passes over that memory
     * @param lanes parallel lanes
     */
    record Cost(int memoryKib, int passes, int lanes) {
        /** Trust requirement S1; about 0.2 s on the reference machine. */
        public static final Cost STANDARD = new Cost(64 * 1024, 3, 1);

        /** More than any laptop should be asked to spend: a changed file must not be able to stop the program. */
        private static final int MAX_MEMORY_KIB = 1024 * 1024;

        private static final int MAX_PASSES = 64;

        public Cost {
            if (memoryKib < 8 * lanes || memoryKib > MAX_MEMORY_KIB || passes < 1 || passes > MAX_PASSES || lanes < 1) {
                throw new IllegalArgumentException("cost out of range");
            }
        }
    }
}
