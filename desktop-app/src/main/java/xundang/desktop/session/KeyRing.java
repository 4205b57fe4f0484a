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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import xundang.desktop.platform.files.TwinFile;
import xundang.model.account.Role;
import xundang.model.account.UserId;
import xundang.model.json.ModelJson;

/**
 * The ledger's data key, wrapped once for each person: AES-256-GCM under HKDF(stretched password ‖ device secret) (trust requirements S15,
 * S16, S18). The data key itself is never written.
 */
final class KeyRing {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);
    private static final int SALT = 16;
    private static final String SUFFIX = ".wrap";
    private static final Pattern NAME = Pattern.compile("([0-9a-f-]{36})\\.wrap(\\.copy)?");

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

        /** The wrap file or the device secret is missing, damaged, or of another laptop: no password can help. */
        record Unusable(String code) implements Attempt {}
    }

    boolean isEmpty() throws IOException {
        return people().isEmpty();
    }

    /** Whether the device secret lies in the system's keyring and not on the disk. */
    boolean secretInKeyring() {
        return deviceSecret.inKeyring();
    }

    /** People with a key here, by name. One whose key file is damaged is among them, without a name. */
    List<KeyHolder> holders() throws IOException {
        List<KeyHolder> holders = new ArrayList<>();
        for (UserId person : people()) {
            KeyHolder nameless = new KeyHolder(person, person.toString(), "", Role.INSPECTOR);
            holders.add(
                    switch (read(person)) {
                        case Wrapped.Whole whole -> whole.file().person();
                        case Wrapped.Unusable unusable -> nameless;
                    });
        }
        holders.sort((a, b) -> a.name().compareTo(b.name()));
        return List.copyOf(holders);
    }

    /** Tries a password. The array is left as it is; the caller wipes it. */
    Attempt open(UserId person, char[] password) throws IOException {
        return switch (read(person)) {
            case Wrapped.Whole whole -> open(whole.file(), password);
            case Wrapped.Unusable unusable -> unusable.attempt();
        };
    }

    private Attempt open(WrapFile wrap, char[] password) throws IOException {
        byte[] secret;
        try {
            Optional<byte[]> kept = deviceSecret.read();
            if (kept.isEmpty()) {
                return new Attempt.Unusable("E-KEY-202");
            }
            secret = kept.get();
        } catch (TwinFile.BothDamaged e) {
            LOG.error("E-KEY-205 {}", e.getMessage());
            return new Attempt.Unusable("E-KEY-205");
        }
        try {
            if (!secretId(secret).equals(wrap.secretId())) {
                return new Attempt.Unusable("E-KEY-202");
            }
            Duration wait = tries.waitFor(wrap.person().id());
            return wait.isZero() ? unseal(wrap, password, secret) : new Attempt.TryLater(wait);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** The file is as it was written and so is the secret: what does not open now has met the wrong password. */
    private Attempt unseal(WrapFile wrap, char[] password, byte[] secret) throws IOException {
        UserId person = wrap.person().id();
        int left = tries.countAhead(person);
        try (Aead under = wrappingKey(wrap.stretch(), password, secret)) {
            DataKey key = new DataKey(
                    under.open(WrapFile.context(person), Base64.getDecoder().decode(wrap.sealedKey())), random);
            try {
                tries.forget(person);
            } catch (IOException | RuntimeException e) {
                key.close();
                throw e;
            }
            return new Attempt.Open(wrap.person(), key);
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
        byte[] secret = secretOrNew();
        String secretId = secretId(secret);
        try (Aead under = wrappingKey(how, password, secret)) {
            byte[] sealed = key.wrap(under, WrapFile.context(person.id()));
            WrapFile wrap = new WrapFile(
                    WrapFile.VERSION,
                    person,
                    how,
                    WrapFile.WRAP_KEY,
                    secretId,
                    Base64.getEncoder().encodeToString(sealed));
            file(person.id()).write(ModelJson.mapper().writeValueAsString(wrap).getBytes(StandardCharsets.UTF_8));
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

    /** A one-way name of a device secret; the secret is 256 random bits, so its hash gives nothing of it away. */
    private static String secretId(byte[] secret) {
        byte[] derived = Hkdf.derive(secret, "xundang device secret id", 16);
        return Base64.getEncoder().encodeToString(derived);
    }

    /** What stands on disk for a person. */
    private sealed interface Wrapped {
        record Whole(WrapFile file) implements Wrapped {}

        record Unusable(Attempt.Unusable attempt) implements Wrapped {}
    }

    private Wrapped read(UserId person) throws IOException {
        try {
            Optional<byte[]> json = file(person).read();
            if (json.isPresent()) {
                WrapFile wrap = ModelJson.mapper().readValue(json.get(), WrapFile.class);
                boolean known = wrap.version() == WrapFile.VERSION
                        && WrapFile.WRAP_KEY.equals(wrap.wrapKey())
                        && wrap.stretch().name().equals(stretch.name())
                        && wrap.person().id().equals(person);
                if (known) {
                    return new Wrapped.Whole(wrap);
                }
            }
            return new Wrapped.Unusable(new Attempt.Unusable("E-KEY-201"));
        } catch (JacksonException e) {
            LOG.warn("E-KEY-201 the key file of {} is not of a known form", person);
            return new Wrapped.Unusable(new Attempt.Unusable("E-KEY-201"));
        } catch (TwinFile.BothDamaged e) {
            LOG.error("E-KEY-205 {}", e.getMessage());
            return new Wrapped.Unusable(new Attempt.Unusable("E-KEY-205"));
        }
    }

    private TwinFile file(UserId person) {
        return new TwinFile(folder.keys().resolve(person + SUFFIX));
    }

    /** Everybody of whom at least one copy of a key file is there. */
    private SortedSet<UserId> people() throws IOException {
        SortedSet<UserId> people = new TreeSet<>(Comparator.comparing(UserId::toString));
        if (!Files.isDirectory(folder.keys())) {
            return people;
        }
        try (Stream<Path> files = Files.list(folder.keys())) {
            for (Path file : files.toList()) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    people.add(new UserId(UUID.fromString(name.group(1))));
                }
            }
        }
        return people;
    }
}
