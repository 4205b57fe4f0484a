package xundang.desktop.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.desktop.platform.crypto.Aead;
import xundang.desktop.platform.files.DataFolder;

class JournalTest {
    @TempDir
    Path temp;

    private DataFolder folder;

    @BeforeEach
    void prepare() throws IOException {
        folder = new DataFolder(temp.resolve("ledger"));
        folder.prepare();
    }

    @Test
    void entriesComeBackInOrderWithTheirNumbers() throws IOException {
        writeFive();
        try (Journal journal = reopen()) {
            assertThat(numbers(journal)).containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(journal.append(JournalFrame.Kind.CHANGE, JournalFrame.encode(Notes.note(6))))
                    .isEqualTo(6);
        }
    }

    @Test
    void aTornTailIsCutOffAndNothingElse() throws IOException {
        long sizeBefore = Files.size(writeFive());
        Path file = segment();
        byte[] all = Files.readAllBytes(file);
        try (Journal journal = reopen()) {
            journal.append(JournalFrame.Kind.CHANGE, JournalFrame.encode(Notes.note(6)));
        }
        byte[] six = Files.readAllBytes(file);
        for (int cut = all.length + 1; cut < six.length; cut += 7) {
            Files.write(file, Arrays.copyOf(six, cut));
            try (Journal journal = reopen()) {
                assertThat(numbers(journal)).hasSize(5);
            }
            assertThat(Files.size(file)).isEqualTo(sizeBefore);
        }
        assertThat(folder.quarantine()).doesNotExist();
    }

    @Test
    void everyFlippedBitIsNoticedAndCostsAtMostOneEntry() throws IOException {
        Path file = writeFive();
        byte[] good = Files.readAllBytes(file);
        for (int at = 0; at < good.length; at += 11) {
            byte[] bad = good.clone();
            bad[at] ^= 0x04;
            Files.write(file, bad);
            JournalFiles.Found.Segment found = found();
            boolean reported = !found.scan().damage().isEmpty() || found.scan().tornTail();
            assertThat(reported).as("byte %d", at).isTrue();
            assertThat(found.scan().frames()).as("byte %d", at).hasSizeGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void aChangedLengthOfTheLastEntryIsDamageAndNoTornTail() throws IOException {
        Path file = writeFive();
        byte[] bytes = Files.readAllBytes(file);
        int last = JournalFormat.HEADER + (bytes.length - JournalFormat.HEADER) / 5 * 4;
        bytes[last + 5] ^= 0x04;
        Files.write(file, bytes);
        assertThat(found().scan().tornTail()).isFalse();
        assertThat(found().scan().damage()).hasSize(1);
        reopen().close();
        assertThat(folder.quarantine())
                .isDirectoryContaining(kept -> kept.toString().endsWith(".xdj"));
    }

    @Test
    void aDamagedFileIsKeptAsideAndTheGoodEntriesGoOn() throws IOException {
        Path file = writeFive();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        try (Journal journal = reopen()) {
            assertThat(numbers(journal)).containsExactly(1L, 2L, 4L, 5L);
            journal.append(JournalFrame.Kind.CHANGE, JournalFrame.encode(Notes.note(6)));
        }
        try (Journal journal = reopen()) {
            assertThat(numbers(journal)).containsExactly(1L, 2L, 4L, 5L, 6L);
        }
        try (var kept = Files.list(folder.quarantine())) {
            assertThat(kept.toList())
                    .singleElement()
                    .satisfies(f -> assertThat(Files.readAllBytes(f)).isEqualTo(bytes));
        }
    }

    @Test
    void anEntryTakenOutIsNoticed() throws IOException {
        Path file = writeFive();
        byte[] all = Files.readAllBytes(file);
        int frame = (all.length - JournalFormat.HEADER) / 5;
        int second = JournalFormat.HEADER + frame;
        byte[] without = Arrays.copyOf(all, all.length - frame);
        System.arraycopy(all, second + frame, without, second, all.length - second - frame);
        Files.write(file, without);
        assertThat(found().scan().damage()).containsExactly("entry 3 does not follow entry 1");
    }

    @Test
    void aRewriteKeepsNumbersGoingOn() throws IOException {
        writeFive();
        try (Journal journal = reopen()) {
            journal.rewrite(5, frame -> frame.seq() == 3);
        }
        try (Journal journal = reopen()) {
            assertThat(numbers(journal)).containsExactly(3L);
            assertThat(journal.append(JournalFrame.Kind.OPENED, new byte[0])).isEqualTo(6);
            assertThat(JournalFiles.segments(folder)).hasSize(1);
        }
    }

    @Test
    void aJournalOfALaterVersionIsRecognisedByItsSealedHeaderOnly() throws IOException {
        Path file = writeFive();
        byte[] bytes = Files.readAllBytes(file);
        bytes[7] = 99;
        Files.write(file, bytes);
        assertThat(found().scan().damage()).contains("the header does not open");
    }

    private static Aead aead() {
        return Notes.key().sealer("journal");
    }

    private Path writeFive() throws IOException {
        try (Journal journal = Journal.begin(folder, aead(), JournalFiles.ChannelOpener.PLAIN, 0, List.of())) {
            for (int i = 1; i <= 5; i++) {
                journal.append(JournalFrame.Kind.CHANGE, JournalFrame.encode(Notes.note(i)));
            }
        }
        return segment();
    }

    private Path segment() throws IOException {
        return JournalFiles.segments(folder).getFirst();
    }

    private JournalFiles.Found.Segment found() throws IOException {
        return (JournalFiles.Found.Segment) JournalFiles.read(folder, aead());
    }

    private Journal reopen() throws IOException {
        return Journal.resume(
                found(), folder, aead(), JournalFiles.ChannelOpener.PLAIN, 0, List.of(), Notes.CLOCK.instant());
    }

    private static List<Long> numbers(Journal journal) {
        return journal.frames().stream().map(JournalFrame::seq).toList();
    }
}
