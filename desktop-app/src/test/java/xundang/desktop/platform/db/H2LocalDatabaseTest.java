package xundang.desktop.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.desktop.platform.files.DataFolder;

class H2LocalDatabaseTest {
    @TempDir
    Path temp;

    private DataFolder folder;

    @BeforeEach
    void prepare() throws IOException {
        folder = new DataFolder(temp.resolve("ledger"));
        folder.prepare();
    }

    @Test
    void aCommittedChangeIsThereAfterReopening() {
        try (H2LocalDatabase database = Notes.open(folder)) {
            database.commit(Notes.note(1));
            database.commit(Notes.note(2));
        }
        try (H2LocalDatabase database = Notes.open(folder)) {
            assertThat(Notes.numbers(database)).containsExactly(1L, 2L);
            assertThat(database.rebuilt()).isFalse();
        }
    }

    @Test
    void aRefusedChangeLeavesNothingAndIsNotReplayed() throws IOException {
        try (H2LocalDatabase database = Notes.open(folder)) {
            database.commit(Notes.note(1));
            assertThatThrownBy(() -> database.commit(Notes.note(-2))).hasMessage("refused");
            database.commit(Notes.note(3));
            assertThat(Notes.numbers(database)).containsExactly(1L, 3L);
        }
        Files.delete(folder.records());
        try (H2LocalDatabase database = Notes.open(folder)) {
            assertThat(Notes.numbers(database)).containsExactly(1L, 3L);
        }
    }

    @Test
    void aDeletedDatabaseIsRebuiltFromTheJournal() throws IOException {
        commitThree();
        Files.delete(folder.records());
        assertRebuilt(0);
    }

    @Test
    void aTruncatedDatabaseIsRebuiltAndTheDamagedFileKept() throws IOException {
        commitThree();
        byte[] all = Files.readAllBytes(folder.records());
        Files.write(folder.records(), java.util.Arrays.copyOf(all, all.length / 2));
        assertRebuilt(1);
    }

    @Test
    void anEmptyDatabaseFileIsRebuiltAndKept() throws IOException {
        commitThree();
        Files.write(folder.records(), new byte[0]);
        assertRebuilt(1);
    }

    @Test
    void anySingleFlippedBitOfAClosedDatabaseIsNoticed() throws IOException {
        commitThree();
        byte[] all = Files.readAllBytes(folder.records());
        all[all.length * 3 / 4] ^= 0x10;
        Files.write(folder.records(), all);
        assertRebuilt(1);
    }

    @Test
    void anOlderCopySwappedInIsNoticed() throws IOException {
        try (H2LocalDatabase database = Notes.open(folder)) {
            database.commit(Notes.note(1));
        }
        byte[] old = Files.readAllBytes(folder.records());
        try (H2LocalDatabase database = Notes.open(folder)) {
            database.commit(Notes.note(2));
            database.commit(Notes.note(3));
        }
        Files.write(folder.records(), old);
        assertRebuilt(1);
    }

    @Test
    void anOlderCopySwappedInAfterACrashIsNoticed() throws IOException {
        commitThree();
        byte[] old = Files.readAllBytes(folder.records());
        H2LocalDatabase crashed = Notes.open(folder);
        crashed.commit(Notes.note(4));
        crashed.commit(Notes.note(5));
        Path image = temp.resolve("image");
        copy(folder.root(), image);
        crashed.close();
        folder = new DataFolder(image);
        Files.write(folder.records(), old);
        try (H2LocalDatabase database = Notes.open(folder)) {
            assertThat(database.rebuilt()).isTrue();
            assertThat(Notes.numbers(database)).containsExactly(1L, 2L, 3L, 4L, 5L);
        }
    }

    @Test
    void aDatabaseThatLostItsSchemaIsNeverGivenANewOne() throws Exception {
        commitThree();
        Files.delete(folder.records());
        EncryptedH2 bare = new EncryptedH2(
                folder.records(), Notes.key(), new EncryptedH2.Schema("classpath:db/photos", 1, "photo_blob"));
        bare.create().close();
        assertRebuilt(1);
    }

    @Test
    void aNewerSchemaIsLeftUntouched() throws Exception {
        commitThree();
        try (var connection = Notes.files(folder).records().open();
                var statement = connection.createStatement()) {
            statement.execute("update \"flyway_schema_history\" set \"version\" = '99' where \"installed_rank\" = 1");
            connection.commit();
        }
        try (var journal = Files.list(folder.journal())) {
            // the journal would notice the foreign change first; this test is about the schema alone
            for (Path segment : journal.filter(Files::isRegularFile).toList()) {
                Files.delete(segment);
            }
        }
        byte[] before = Files.readAllBytes(folder.records());
        assertThat(H2LocalDatabase.open(Notes.files(folder))).isInstanceOf(H2LocalDatabase.Opening.Newer.class);
        assertThat(Files.readAllBytes(folder.records())).isEqualTo(before);
        assertThat(folder.quarantine()).doesNotExist();
    }

    @Test
    void aLostJournalDoesNotLoseWhatTheDatabaseHas() throws IOException {
        commitThree();
        try (Stream<Path> segments = Files.list(folder.journal())) {
            for (Path segment : segments.filter(Files::isRegularFile).toList()) {
                Files.delete(segment);
            }
        }
        try (H2LocalDatabase database = Notes.open(folder)) {
            database.commit(Notes.note(4));
        }
        try (H2LocalDatabase database = Notes.open(folder)) {
            assertThat(Notes.numbers(database)).containsExactly(1L, 2L, 3L, 4L);
            assertThat(database.rebuilt()).isFalse();
        }
    }

    @Test
    void settledChangesLeaveTheJournalAndTheOthersStay() throws IOException {
        try (H2LocalDatabase database = Notes.open(folder)) {
            for (int i = 1; i <= 4; i++) {
                database.commit(Notes.note(i));
            }
            database.forgetSettled((tx, subject) -> subject.getLeastSignificantBits() % 2 == 0);
            database.commit(Notes.note(5));
        }
        try (H2LocalDatabase database = Notes.open(folder)) {
            assertThat(Notes.numbers(database)).containsExactly(1L, 2L, 3L, 4L, 5L);
        }
        Files.delete(folder.records());
        try (H2LocalDatabase database = Notes.open(folder)) {
            assertThat(Notes.numbers(database)).containsExactly(1L, 3L, 5L);
        }
    }

    @Test
    void changesOfTheLedgerItselfAreNeverForgotten() {
        LocalChange enrolled =
                new LocalChange(Notes.TYPE, LocalChange.LEDGER, Notes.note(9).body());
        try (H2LocalDatabase database = Notes.open(folder)) {
            database.commit(enrolled);
            database.forgetSettled((tx, subject) -> true);
        }
        try (H2LocalDatabase database = Notes.open(folder)) {
            assertThat(database.ledgerChanges()).singleElement().hasToString(enrolled.toString());
        }
    }

    @Test
    void readingNeverWrites() {
        try (H2LocalDatabase database = Notes.open(folder)) {
            database.commit(Notes.note(1));
            database.read(tx -> tx.dsl().execute("delete from rec_local"));
            assertThat(Notes.numbers(database)).containsExactly(1L);
        }
    }

    @Test
    void listenersHearOfEachCommitAndMayReadThen() {
        List<List<Long>> heard = new ArrayList<>();
        try (H2LocalDatabase database = Notes.open(folder)) {
            var subscription = database.onCommit(touched -> heard.add(Notes.numbers(database)));
            database.commit(Notes.note(1));
            subscription.close();
            database.commit(Notes.note(2));
        }
        assertThat(heard).containsExactly(List.of(1L));
    }

    @Test
    void aFaultyListenerDoesNotUndoTheCommit() {
        AtomicInteger later = new AtomicInteger();
        try (H2LocalDatabase database = Notes.open(folder)) {
            database.onCommit(touched -> {
                throw new IllegalStateException("listener");
            });
            database.onCommit(touched -> later.incrementAndGet());
            database.commit(Notes.note(1));
            assertThat(Notes.numbers(database)).containsExactly(1L);
        }
        assertThat(later).hasValue(1);
    }

    @Test
    void nestedUseIsRefusedInsteadOfMixingTransactions() {
        try (H2LocalDatabase database = Notes.open(folder)) {
            assertThatThrownBy(() -> database.inTransaction(tx -> database.read(touched -> 1)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void noPlaintextIsLeftOnDisk() throws IOException {
        try (H2LocalDatabase database = Notes.open(folder)) {
            for (int i = 1; i <= 20; i++) {
                database.commit(Notes.note(i));
            }
            database.forgetSettled((tx, subject) -> subject.getLeastSignificantBits() < 10);
            assertThat(DiskScan.filesHolding(folder.root(), Notes.MARKER)).isEmpty();
        }
        assertThat(DiskScan.filesHolding(folder.root(), Notes.MARKER)).isEmpty();
    }

    private void commitThree() {
        try (H2LocalDatabase database = Notes.open(folder)) {
            for (int i = 1; i <= 3; i++) {
                database.commit(Notes.note(i));
            }
        }
    }

    private void assertRebuilt(int keptAside) throws IOException {
        try (H2LocalDatabase database = Notes.open(folder)) {
            assertThat(database.rebuilt()).isTrue();
            assertThat(Notes.numbers(database)).containsExactly(1L, 2L, 3L);
            database.commit(Notes.note(4));
        }
        if (keptAside == 0) {
            assertThat(folder.quarantine()).doesNotExist();
        } else {
            assertThat(folder.quarantine())
                    .isDirectoryContaining(f -> f.getFileName().toString().contains("records"));
        }
        try (H2LocalDatabase database = Notes.open(folder)) {
            assertThat(database.rebuilt()).isFalse();
            assertThat(Notes.numbers(database)).containsExactly(1L, 2L, 3L, 4L);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path source : all.toList()) {
                Files.copy(source, to.resolve(from.relativize(source).toString()));
            }
        }
    }
}
