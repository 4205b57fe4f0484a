package xundang.desktop.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import tools.jackson.core.JacksonException;
import xundang.desktop.platform.crypto.Aead;
import xundang.desktop.platform.crypto.AesGcm;
import xundang.desktop.platform.crypto.Hkdf;
import xundang.desktop.platform.crypto.PasswordStretch;
import xundang.desktop.platform.crypto.SealBroken;
import xundang.desktop.platform.files.PrivateFiles;
import xundang.model.json.ModelJson;

/**
 * The form of a sealed package: a zip whose first entry, {@code header.json}, says in the clear how the key is made of the passphrase, and
 * whose other entries are each sealed with AES-256-GCM under a context that names package and entry, so that none can be changed, moved or
 * swapped. {@code work} lists every picture that must follow; one that is missing breaks the package.
 */
final class PackageFile {
    static final String FORMAT = "xundang-work";
    static final int VERSION = 1;

    private static final String HEADER = "header.json";
    private static final String WORK = "work";
    private static final String PURPOSE = "xundang work package";
    private static final int SALT = 16;
    private static final int MAX_HEADER_BYTES = 64 * 1024;
    private static final int MAX_WORK_BYTES = 512 * 1024 * 1024;

    /** A picture has at most 50 MB; the rest is room for the seal. */
    private static final int MAX_PICTURE_BYTES = 50 * 1024 * 1024 + 1024;

    private final PasswordStretch stretch;
    private final PasswordStretch.Cost cost;
    private final SecureRandom random;

    PackageFile(PasswordStretch stretch, PasswordStretch.Cost cost, SecureRandom random) {
        this.stretch = stretch;
        this.cost = cost;
        this.random = random;
    }

    /** What a reader must know before it has the key. Every algorithm is named beside its value. */
    record Header(
            @JsonProperty("format") String format,
            @JsonProperty("version") int version,
            @JsonProperty("package_id") UUID packageId,
            @JsonProperty("seal") String seal,
            @JsonProperty("stretch") String stretch,
            @JsonProperty("memory_kib") int memoryKib,
            @JsonProperty("passes") int passes,
            @JsonProperty("lanes") int lanes,
            @JsonProperty("salt") String salt) {}

    /** Not a package, or of a later version. */
    static final class NotAPackage extends Exception {
        private static final long serialVersionUID = 1L;

        NotAPackage(String why) {
            super(why);
        }
    }

    /** Writes a package; durable on return. The passphrase is left as it is. */
    void write(
            Path target,
            UUID packageId,
            char[] passphrase,
            byte[] work,
            List<String> pictures,
            Function<String, byte[]> bytes)
            throws IOException {
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        Header header = new Header(
                FORMAT,
                VERSION,
                packageId,
                AesGcm.NAME,
                stretch.name(),
                cost.memoryKib(),
                cost.passes(),
                cost.lanes(),
                Base64.getEncoder().encodeToString(salt));
        Path fresh = target.resolveSibling(target.getFileName() + ".tmp");
        try (FileChannel channel = PrivateFiles.openFresh(fresh);
                ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(channel));
                Aead seal = seal(passphrase, salt, cost)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            entry(zip, HEADER, ModelJson.mapper().writeValueAsBytes(header));
            entry(zip, WORK, seal.seal(context(header, WORK), work));
            for (String sha256 : pictures) {
                entry(zip, sha256, seal.seal(context(header, sha256), bytes.apply(sha256)));
            }
            zip.finish();
            channel.force(true);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(fresh);
            throw e;
        }
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.syncFolder(PrivateFiles.parent(target));
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** Opens a package for reading. The passphrase is left as it is. */
    Opened open(Path file, char[] passphrase) throws IOException, NotAPackage {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new NotAPackage("not a zip");
        }
        try {
            Header header = header(zip);
            PasswordStretch.Cost asked = new PasswordStretch.Cost(header.memoryKib(), header.passes(), header.lanes());
            byte[] salt = Base64.getDecoder().decode(header.salt());
            return new Opened(zip, header, seal(passphrase, salt, asked));
        } catch (IllegalArgumentException e) {
            zip.close();
            throw new NotAPackage("values out of range");
        } catch (ZipException e) {
            zip.close();
            throw new NotAPackage("a damaged zip");
        } catch (IOException | NotAPackage | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private Header header(ZipFile zip) throws IOException, NotAPackage {
        ZipEntry entry = zip.getEntry(HEADER);
        if (entry == null) {
            throw new NotAPackage("no header");
        }
        try {
            Header header = ModelJson.mapper().readValue(bytes(zip, entry, MAX_HEADER_BYTES), Header.class);
            boolean ours = FORMAT.equals(header.format())
                    && header.version() == VERSION
                    && stretch.name().equals(header.stretch())
                    && AesGcm.NAME.equals(header.seal());
            if (!ours) {
                throw new NotAPackage("another format or a later version");
            }
            return header;
        } catch (JacksonException e) {
            throw new NotAPackage("no header of ours");
        }
    }

    /** An open package; closing wipes the key. */
    static final class Opened implements AutoCloseable {
        private final ZipFile zip;
        private final Header header;
        private final Aead seal;

        private Opened(ZipFile zip, Header header, Aead seal) {
            this.zip = zip;
            this.header = header;
            this.seal = seal;
        }

        byte[] work() throws IOException, SealBroken {
            return read(WORK, MAX_WORK_BYTES);
        }

        byte[] picture(String sha256) throws IOException, SealBroken {
            return read(sha256, MAX_PICTURE_BYTES);
        }

        private byte[] read(String name, int most) throws IOException, SealBroken {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                throw new SealBroken("an entry is missing");
            }
            try {
                return seal.open(context(header, name), bytes(zip, entry, most));
            } catch (ZipException e) {
                throw new SealBroken("an entry is damaged", e);
            }
        }

        @Override
        public void close() throws IOException {
            seal.close();
            zip.close();
        }
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry, int most) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new ZipException("longer than any entry of a package");
            }
            return bytes;
        }
    }

    private static byte[] context(Header header, String entry) {
        return (FORMAT + " " + header.version() + " " + header.packageId() + " " + entry)
                .getBytes(StandardCharsets.UTF_8);
    }

    private Aead seal(char[] passphrase, byte[] salt, PasswordStretch.Cost asked) {
        byte[] stretched = stretch.stretch(passphrase, salt, asked);
        try {
            return new AesGcm(Hkdf.derive(stretched, PURPOSE, stretched.length), random);
        } finally {
            Arrays.fill(stretched, (byte) 0);
        }
    }
}
