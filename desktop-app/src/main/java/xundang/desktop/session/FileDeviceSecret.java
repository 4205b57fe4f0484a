package xundang.desktop.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import xundang.desktop.platform.files.TwinFile;

/**
 * The device secret in an owner-only file beside the wrapped keys, kept twice.
 *
 * <p>What this does and does not do: another account of the same computer cannot read it, and a wrap file that gets out alone is useless.
 * Whoever holds the whole disk holds it too; then only the password and the cost of trying it (Argon2id) stand before the data. Full-disk
 * encryption or a keyring implementation of {@link DeviceSecret} closes that gap; the log-in card says so (trust requirement S16).
 */
public final class FileDeviceSecret implements DeviceSecret {
    private final TwinFile file;

    public FileDeviceSecret(Path file) {
        this.file = new TwinFile(file);
    }

    @Override
    public Optional<byte[]> read() throws IOException {
        return file.read();
    }

    @Override
    public void create(byte[] secret) throws IOException {
        file.write(secret);
    }

    @Override
    public boolean inKeyring() {
        return false;
    }
}
