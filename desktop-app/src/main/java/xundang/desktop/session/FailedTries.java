package xundang.desktop.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import xundang.desktop.platform.files.PrivateFiles;
import xundang.model.account.UserId;
import xundang.model.json.ModelJson;

/**
 * Counts wrong passwords per person, on disk, so that restarting the program gives nobody a fresh start. The wait doubles up to 15
 * minutes (trust requirement S18).
 *
 * <p>On a disk that takes no writing the count goes on in memory: a full disk must not keep a person from reading what is here. What slows
 * down guessing then is the key derivation alone.
 */
final class FailedTries {
    /** Wrong passwords before the first wait: people mistype. */
    static final int FREE = 3;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Logger LOG = LoggerFactory.getLogger(FailedTries.class);

    private final Path file;
    private final InstantSource clock;
    private @Nullable Map<String, Entry> unwritten;

    FailedTries(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    private record Entry(int failed, String lastAt) {}

    /** How long to wait before the next try; zero if it may be now. */
    Duration waitFor(UserId person) throws IOException {
        Entry entry = load().get(person.toString());
        if (entry == null) {
            return Duration.ZERO;
        }
        Duration wait = waitAfter(entry.failed());
        Duration left =
                Duration.between(clock.instant(), Instant.parse(entry.lastAt()).plus(wait));
        // A clock set back must not lock a person out for longer than the wait itself.
        Duration capped = left.compareTo(wait) > 0 ? wait : left;
        return capped.isNegative() ? Duration.ZERO : capped;
    }

    /** Wait after so many wrong passwords in a row. */
    static Duration waitAfter(int failed) {
        if (failed < FREE) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failed - FREE, 20);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /**
     * Counts a try as failed before the password is looked at: ending the program in the middle does not uncount it.
     *
     * @return further tries before the first wait
     */
    int countAhead(UserId person) throws IOException {
        Map<String, Entry> all = load();
        Entry before = all.get(person.toString());
        int failed = (before == null ? 0 : before.failed()) + 1;
        all.put(person.toString(), new Entry(failed, clock.instant().toString()));
        save(all);
        return Math.max(0, FREE - failed);
    }

    /** The password was right. */
    void forget(UserId person) throws IOException {
        Map<String, Entry> all = load();
        if (all.remove(person.toString()) != null) {
            save(all);
        }
    }

    private Map<String, Entry> load() throws IOException {
        if (unwritten != null) {
            return new TreeMap<>(unwritten);
        }
        if (!Files.exists(file)) {
            return new TreeMap<>();
        }
        try {
            return new TreeMap<>(
                    ModelJson.mapper().readValue(Files.readString(file), new TypeReference<Map<String, Entry>>() {}));
        } catch (JacksonException e) {
            // The counter slows down guessing; the lock is the key derivation. A damaged counter must not lock
            // everybody out.
            LOG.warn("E-KEY-210 the count of failed log-ins is not readable and starts anew");
            return new TreeMap<>();
        }
    }

    private void save(Map<String, Entry> all) {
        byte[] json = ModelJson.mapper().writeValueAsString(all).getBytes(StandardCharsets.UTF_8);
        try {
            PrivateFiles.replace(file, json);
            unwritten = null;
        } catch (IOException e) {
            LOG.warn(
                    "E-KEY-211 the count of failed log-ins cannot be written ({}) and goes on in memory",
                    e.getClass().getSimpleName());
            unwritten = Map.copyOf(all);
        }
    }
}
