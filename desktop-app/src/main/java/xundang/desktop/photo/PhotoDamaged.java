package xundang.desktop.photo;

/** No copy on this laptop has the bytes that the hash promises. The server may still have the picture. */
public final class PhotoDamaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sha256;

    public PhotoDamaged(String sha256) {
        super("no copy fits its hash: " + sha256);
        this.sha256 = sha256;
    }

    public String sha256() {
        return sha256;
    }
}
