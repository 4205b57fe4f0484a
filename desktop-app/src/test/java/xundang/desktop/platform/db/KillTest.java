package xundang.desktop.platform.db;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.desktop.photo.PhotoService;
import xundang.desktop.platform.files.DataFolder;

/**
 * Goal R1: nothing that was acknowledged is lost when the process is killed at any moment. Few rounds in every build; thousands with
 * {@code -Psoak} or {@code -Dkill.rounds=1000}. {@code -Dkill.seed} repeats a run's random choices.
 */
class KillTest {
    /** A ledger is killed this often before the next one begins: old wounds must not hide behind a fresh start, nor disks fill up. */
    private static final int ROUNDS_PER_LEDGER = 15;

    private static final int LONGEST_LIFE_MILLIS = 400;

    @TempDir
    Path temp;

    /** Number of each acknowledged note, and the hash of its picture if it had one. */
    private final TreeMap<Long, String> acknowledged = new TreeMap<>();

    @Test
    void nothingAcknowledgedIsLostByKillingTheProcess() throws Exception {
        int rounds = Integer.getInteger("kill.rounds", 30);
        long seed = Long.getLong("kill.seed", 20261121);
        SplittableRandom random = new SplittableRandom(seed);
        long notes = 0;
        Process next = start(random.nextLong());
        for (int round = 0; round < rounds; round++) {
            DataFolder folder = new DataFolder(temp.resolve("ledger" + round / ROUNDS_PER_LEDGER));
            if (round % ROUNDS_PER_LEDGER == 0) {
                notes += acknowledged.size();
                acknowledged.clear();
            }
            Process running = next;
            next = start(random.nextLong());
            runAndKill(running, folder, random);
            check(folder, "seed " + seed + ", round " + round);
        }
        next.destroyForcibly().waitFor();
        assertThat(notes + acknowledged.size()).as("notes acknowledged in all").isGreaterThan(rounds);
    }

    private Process start(long seed) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-Dlogback.configurationFile=logback-kill.xml",
                        "-Dorg.jooq.no-logo=true",
                        "-Dorg.jooq.no-tips=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KillChild.class.getName(),
                        temp.toString(),
                        Long.toString(seed))
                .redirectErrorStream(true)
                .start();
    }

    private void runAndKill(Process child, DataFolder folder, SplittableRandom random) throws Exception {
        List<String> noise = new ArrayList<>();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8))) {
            try (BufferedWriter go = child.outputWriter(UTF_8)) {
                go.write(folder.root() + "\n");
            }
            String first = out.readLine();
            long life = random.nextLong(LONGEST_LIFE_MILLIS * 1_000_000L);
            // by its handle: Process.destroyForcibly would also close the stream, with acknowledgements still in it
            CompletableFuture<Boolean> killing = CompletableFuture.supplyAsync(
                    child.toHandle()::destroyForcibly, CompletableFuture.delayedExecutor(life, TimeUnit.NANOSECONDS));
            for (String line = first; line != null; line = out.readLine()) {
                note(line, noise);
            }
            killing.join();
        }
        assertThat(child.waitFor()).as("killed, not ended by itself: %s", noise).isEqualTo(128 + 9);
        assertThat(noise).as("what the child said besides").isEmpty();
    }

    /** A last line that the kill cut short acknowledges nothing. */
    private void note(String line, List<String> noise) {
        if (!line.startsWith(KillChild.ACKNOWLEDGED)) {
            noise.add(line);
            return;
        }
        String[] words = line.substring(KillChild.ACKNOWLEDGED.length()).split(" ", -1);
        if (words.length == 2 && (words[1].isEmpty() || words[1].length() == 64)) {
            acknowledged.put(Long.valueOf(words[0]), words[1]);
        }
    }

    private void check(DataFolder folder, String when) throws IOException {
        try (H2LocalDatabase database = Notes.open(folder)) {
            List<Long> there = Notes.numbers(database);
            assertThat(there).as(when).containsAll(acknowledged.keySet());
            assertThat(there)
                    .as("%s: no holes, and at most the one that was being saved beyond the last acknowledged", when)
                    .isEqualTo(LongStream.rangeClosed(1, there.size()).boxed().toList())
                    .hasSizeLessThanOrEqualTo(Math.toIntExact(acknowledged.lastKey()) + 1);
            assertThat(database.rebuilt())
                    .as("%s: the database itself was readable", when)
                    .isFalse();
        }
        try (PhotoService photos =
                PhotoService.open(folder, Notes.key(), Notes.CLOCK).orElseThrow()) {
            for (String sha256 : acknowledged.values()) {
                if (!sha256.isEmpty()) {
                    assertThat(photos.original(sha256)).as(when).isNotEmpty();
                }
            }
        }
        assertThat(Files.exists(folder.quarantine()))
                .as("%s: nothing was set aside", when)
                .isFalse();
    }
}
