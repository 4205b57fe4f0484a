package xundang.desktop.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.desktop.platform.files.DataFolder;

/** The journal lost entries that the database still has: they are written into it again, and the person can be told. */
class LostJournalTest {
    @TempDir
    Path temp;

    private DataFolder folder;

    @BeforeEach
    void prepare() throws IOException {
        folder = new DataFolder(temp.resolve("ledger"));
        folder.prepare();
        commit(1);
        commit(2);
        commit(3);
    }

    private void commit(int number) {
        try (H2LocalDatabase database = Notes.open(folder)) {
            database.commit(Notes.note(number));
        }
    }

    private Path segment() throws IOException {
        return JournalFiles.segments(folder).getFirst();
    }

    private Recovery opened() {
        try (H2LocalDatabase database = Notes.open(folder)) {
            assertThat(Notes.numbers(database)).containsExactly(1L, 2L, 3L);
            return database.recover();
        }
    }

    /** Without its database the ledger must still have everything: that is what the journal is for. */
    private void assertJournalHoldsAll() throws IOException {
        Files.delete(folder.records());
        assertThat(opened().rebuilt()).isTrue();
    }

    @Test
    void aMissingJournalIsWrittenAgain() throws IOException {
        Files.delete(segment());
        assertThat(opened()).isEqualTo(new Recovery(false, 0, 0, 3, Recovery.Writing.POSSIBLE));
        assertJournalHoldsAll();
    }

    @Test
    void aJournalCutBetweenTwoEntriesIsMendedAndTheShortOneKept() throws IOException {
        byte[] all = Files.readAllBytes(segment());
        byte[] cut = Arrays.copyOf(all, endOfFrame(all, 2));
        Files.write(segment(), cut);
        assertThat(opened().journalRestored()).isEqualTo(2);
        try (var kept = Files.list(folder.quarantine())) {
            assertThat(kept.toList())
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasBinaryContent(cut));
        }
        assertJournalHoldsAll();
    }

    @Test
    void anOlderJournalPutBackIsMendedAndTheDatabaseKept() throws IOException {
        byte[] old = Files.readAllBytes(segment());
        try (H2LocalDatabase database = Notes.open(folder)) {
            database.commit(Notes.note(4));
            database.commit(Notes.note(5));
        }
        Files.write(segment(), old);
        try (H2LocalDatabase database = Notes.open(folder)) {
            assertThat(database.recover()).isEqualTo(new Recovery(false, 0, 0, 2, Recovery.Writing.POSSIBLE));
            assertThat(Notes.numbers(database)).containsExactly(1L, 2L, 3L, 4L, 5L);
        }
        Files.delete(folder.records());
        try (H2LocalDatabase database = Notes.open(folder)) {
            assertThat(Notes.numbers(database)).containsExactly(1L, 2L, 3L, 4L, 5L);
        }
    }

    @Test
    void aSegmentCutBehindItsHeaderIsMended() throws IOException {
        try (H2LocalDatabase database = Notes.open(folder)) {
            database.forgetSettled((tx, subject) -> subject.equals(Notes.subject(3)));
        }
        Files.write(segment(), Arrays.copyOf(Files.readAllBytes(segment()), JournalFormat.HEADER));
        assertThat(opened().journalRestored()).isEqualTo(2);
        Files.delete(folder.records());
        try (H2LocalDatabase database = Notes.open(folder)) {
            assertThat(Notes.numbers(database)).containsExactly(1L, 2L);
        }
    }

    @Test
    void aDamagedEntryIsMendedFromTheDatabase() throws IOException {
        byte[] bytes = Files.readAllBytes(segment());
        bytes[endOfFrame(bytes, 2) - 5] ^= 1;
        Files.write(segment(), bytes);
        Recovery told = opened();
        assertThat(told.journalDamaged()).isPositive();
        assertThat(told.journalRestored()).isEqualTo(1);
        assertJournalHoldsAll();
    }

    @Test
    void settledEntriesAreNotMissed() throws IOException {
        try (H2LocalDatabase database = Notes.open(folder)) {
            database.forgetSettled((tx, subject) -> true);
        }
        Files.delete(segment());
        assertThat(opened()).isEqualTo(Recovery.NOTHING);
    }

    private static int endOfFrame(byte[] file, int count) {
        int at = JournalFormat.HEADER;
        for (int i = 0; i < count; i++) {
            at += 12 + ByteBuffer.wrap(file).getInt(at + 4);
        }
        return at;
    }
}
