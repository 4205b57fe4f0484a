package xundang.desktop.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import xundang.desktop.platform.crypto.Aead;
import xundang.desktop.platform.crypto.AesGcm;
import xundang.desktop.platform.crypto.DataKey;
import xundang.desktop.platform.crypto.Hkdf;
import xundang.desktop.platform.crypto.PasswordStretch;
import xundang.desktop.platform.crypto.SealBroken;
import xundang.desktop.platform.files.DataFolder;
import xundang.desktop.platform.files.PrivateFiles;
import xundang.model.account.UserId;
import xundang.model.json.ModelJson;

/**
 * The ledger's data key, wrapped once for each person: AES-256-GCM under HKDF(stretched password ‖ device secret) (trust requirements S15,
 * S16, S18). The data key itself is never written.
 */
final class KeyRing {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);
    private static final int SALT = 16;
    private static final String SUFFIX = ".wrap.json";

    private final DataFolder folder;
    private final PasswordStretch stretch;
    private final PasswordStretch.Cost cost;
    private final DeviceSecret deviceSecret;
    private final FailedTries tries;
    private final SecureRandom random;

    KeyRing(
            DataFolder folder,
            PasswordStretch stretch,
            PasswordStretch.Cost cost,
            DeviceSecret deviceSecret,
            InstantSource clock,
            SecureRandom random) {
        this.folder = folder;
        this.stretch = stretch;
        this.cost = cost;
        this.deviceSecret = deviceSecret;
        this.tries = new FailedTries(folder.keys().resolve("tries.json"), clock);
        this.random = random;
    }

    /** How an attempt with a password ended. */
    sealed interface Attempt {
        record Open(KeyHolder person, DataKey key) implements Attempt {}

        record WrongPassword(int triesBeforeDelay) implements Attempt {}

        record TryLater(Duration delay) implements Attempt {}

        /** The wrap file or the device secret is missing or unreadable: no password can help. */
        record Unusable(String code) implements Attempt {}
    }

    boolean isEmpty() throws IOException {
        return wrapFiles().isEmpty();
    }

    /** People with a key here, by name. A file that cannot be read is passed over. */
    List<KeyHolder> holders() throws IOException {
        List<KeyHolder> holders = new ArrayList<>();
        for (Path file : wrapFiles()) {
            read(file).map(WrapFile::person).ifPresent(holders::add);
        }
        holders.sort((a, b) -> a.name().compareTo(b.name()));
        return List.copyOf(holders);
    }

    /** Tries a password. The array is left as it is; the caller wipes it. */
    Attempt open(UserId person, char[] password) throws IOException {
        Optional<WrapFile> wrap = read(file(person));
        if (wrap.isEmpty() || !wrap.get().stretch().name().equals(stretch.name())) {
            return new Attempt.Unusable("E-KEY-201");
        }
        Optional<byte[]> secret = deviceSecret.read();
        if (secret.isEmpty()) {
            return new Attempt.Unusable("E-KEY-202");
        }
        Duration wait = tries.waitFor(person);
        if (!wait.isZero()) {
            Arrays.fill(secret.get(), (byte) 0);
            return new Attempt.TryLater(wait);
        }
        int left = tries.countAhead(person);
        try (Aead under = wrappingKey(wrap.get().stretch(), password, secret.get())) {
            byte[] key = under.open(
                    WrapFile.context(person),
                    Base64.getDecoder().decode(wrap.get().sealedKey()));
            tries.forget(person);
            return new Attempt.Open(wrap.get().person(), new DataKey(key, random));
        } catch (SealBroken e) {
            LOG.info("wrong password for {}", person);
            return new Attempt.WrongPassword(left);
        } catch (IllegalArgumentException e) {
            LOG.warn("E-KEY-203 the wrap file of {} holds values out of range", person);
            return new Attempt.Unusable("E-KEY-203");
        }
    }

    /** Wraps the data key for a person, durably; a wrap that the person has already is replaced. The array is left as it is. */
    void add(KeyHolder person, DataKey key, char[] password) throws IOException {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        WrapFile.Stretch how = new WrapFile.Stretch(
                stretch.name(),
                cost.memoryKib(),
                cost.passes(),
                cost.lanes(),
                Base64.getEncoder().encodeToString(salt));
        try (Aead under = wrappingKey(how, password, secretOrNew())) {
            byte[] sealed = key.wrap(under, WrapFile.context(person.id()));
            WrapFile wrap = new WrapFile(
                    WrapFile.VERSION,
                    person,
                    how,
                    WrapFile.WRAP_KEY,
                    Base64.getEncoder().encodeToString(sealed));
            PrivateFiles.replace(
                    file(person.id()),
                    ModelJson.mapper().writeValueAsString(wrap).getBytes(StandardCharsets.UTF_8));
        }
    }

    private byte[] secretOrNew() throws IOException {
        Optional<byte[]> known = deviceSecret.read();
        if (known.isPresent()) {
            return known.get();
        }
        byte[] secret = new byte[DataKey.LENGTH];
        random.nextBytes(secret);
        deviceSecret.create(secret);
        return secret;
    }

    /** Wipes the device secret that it is given, and all that lies between password and wrapping key. */
    private Aead wrappingKey(WrapFile.Stretch how, char[] password, byte[] secret) {
        PasswordStretch.Cost asked = new PasswordStretch.Cost(how.memoryKib(), how.passes(), how.lanes());
        byte[] stretched = stretch.stretch(password, Base64.getDecoder().decode(how.salt()), asked);
        byte[] both = Arrays.copyOf(stretched, stretched.length + secret.length);
        System.arraycopy(secret, 0, both, stretched.length, secret.length);
        try {
            return new AesGcm(Hkdf.derive(both, "xundang key wrap", DataKey.LENGTH), random);
        } finally {
            Arrays.fill(stretched, (byte) 0);
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(both, (byte) 0);
        }
    }

    private Optional<WrapFile> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            WrapFile wrap = ModelJson.mapper().readValue(Files.readString(file), WrapFile.class);
            boolean known = wrap.version() == WrapFile.VERSION && WrapFile.WRAP_KEY.equals(wrap.wrapKey());
            return known ? Optional.of(wrap) : Optional.empty();
        } catch (JacksonException e) {
            LOG.warn("E-KEY-201 {} is not readable", file.getFileName());
            return Optional.empty();
        }
    }

    private Path file(UserId person) {
        return folder.keys().resolve(person + SUFFIX);
    }

    private List<Path> wrapFiles() throws IOException {
        if (!Files.isDirectory(folder.keys())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.keys())) {
            return files.filter(f -> f.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }
}
