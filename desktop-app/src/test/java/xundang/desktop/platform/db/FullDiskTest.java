package xundang.desktop.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.desktop.platform.files.DataFolder;

class FullDiskTest {
    @TempDir
    Path temp;

    private DataFolder folder;

    @BeforeEach
    void prepare() throws IOException {
        FullDisk.install();
        folder = new DataFolder(temp.resolve("ledger"));
        folder.prepare();
    }

    @AfterEach
    void empty() {
        FullDisk.empty();
    }

    private H2LocalDatabase open(JournalFiles.ChannelOpener opener) {
        return Notes.open(new LedgerFiles(folder, Notes.key(), Notes.CLOCK, FullDisk.SCHEME, opener));
    }

    private static void assertFull(H2LocalDatabase database, int number) {
        assertThatThrownBy(() -> database.commit(Notes.note(number)))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.DISK_FULL));
    }

    @Test
    void aFullDiskUnderTheJournalRefusesTheChangeAndLosesNothing() {
        try (H2LocalDatabase database = open(FullDisk::openForJournal)) {
            database.commit(Notes.note(1));
            FullDisk.fill();
            assertFull(database, 2);
            assertThat(Notes.numbers(database)).containsExactly(1L);
        }
        FullDisk.empty();
        try (H2LocalDatabase database = open(FullDisk::openForJournal)) {
            assertThat(Notes.numbers(database)).containsExactly(1L);
            database.commit(Notes.note(3));
        }
    }

    @Test
    void onceThereIsRoomAgainARetryGoesThrough() {
        try (H2LocalDatabase database = open(FullDisk::openForJournal)) {
            database.commit(Notes.note(1));
            FullDisk.fill();
            assertFull(database, 2);
            assertFull(database, 2);
            FullDisk.empty();
            database.commit(Notes.note(2));
            database.commit(Notes.note(3));
            assertThat(Notes.numbers(database)).containsExactly(1L, 2L, 3L);
        }
        try (H2LocalDatabase database = open(FullDisk::openForJournal)) {
            assertThat(Notes.numbers(database)).containsExactly(1L, 2L, 3L);
            assertThat(database.rebuilt()).isFalse();
        }
    }

    @Test
    void aLedgerOpenedOnAFullDiskCanBeReadAndTakesChangesOnceThereIsRoom() {
        try (H2LocalDatabase database = open(FullDisk::openForJournal)) {
            database.commit(Notes.note(1));
        }
        FullDisk.fill();
        try (H2LocalDatabase database = open(FullDisk::openForJournal)) {
            assertThat(database.recover().refusing()).isEqualTo(Recovery.Writing.DISK_FULL);
            assertThat(Notes.numbers(database)).containsExactly(1L);
            assertFull(database, 2);
            FullDisk.empty();
            database.commit(Notes.note(2));
            assertThat(Notes.numbers(database)).containsExactly(1L, 2L);
            assertThat(database.recover().refusing()).isEqualTo(Recovery.Writing.POSSIBLE);
        }
    }

    @Test
    void withoutTheRightToWriteTheLedgerIsReadAndGoesOnOnceTheRightIsBack() {
        try (H2LocalDatabase database = open(FullDisk::openForJournal)) {
            database.commit(Notes.note(1));
        }
        FullDisk.deny();
        try (H2LocalDatabase database = open(FullDisk::openForJournal)) {
            assertThat(database.recover().refusing()).isEqualTo(Recovery.Writing.READ_ONLY);
            assertThat(Notes.numbers(database)).containsExactly(1L);
            assertThatThrownBy(() -> database.commit(Notes.note(2)))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.READ_ONLY));
            FullDisk.empty();
            database.commit(Notes.note(2));
            assertThat(Notes.numbers(database)).containsExactly(1L, 2L);
        }
    }

    @Test
    void theRightToWriteTakenAwayInTheMiddleRefusesTheChangeAndLosesNothing() {
        try (H2LocalDatabase database = open(FullDisk::openForJournal)) {
            database.commit(Notes.note(1));
            FullDisk.deny();
            assertThatThrownBy(() -> database.commit(Notes.note(2)))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.READ_ONLY));
            FullDisk.empty();
            database.commit(Notes.note(2));
            assertThat(Notes.numbers(database)).containsExactly(1L, 2L);
        }
    }

    @Test
    void aFullDiskNeverMakesADatabaseThatNeedsRebuildingLookEmpty() throws IOException {
        try (H2LocalDatabase database = open(FullDisk::openForJournal)) {
            database.commit(Notes.note(1));
        }
        Files.delete(folder.records());
        FullDisk.fill();
        assertThatThrownBy(() -> open(FullDisk::openForJournal))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.DISK_FULL));
        FullDisk.empty();
        try (H2LocalDatabase database = open(FullDisk::openForJournal)) {
            assertThat(Notes.numbers(database)).containsExactly(1L);
        }
    }

    @Test
    void aFullDiskUnderTheDatabaseAloneKeepsTheJournalledChange() {
        try (H2LocalDatabase database = open(JournalFiles.ChannelOpener.PLAIN)) {
            database.commit(Notes.note(1));
            FullDisk.fill();
            assertFull(database, 2);
        }
        FullDisk.empty();
        try (H2LocalDatabase database = open(JournalFiles.ChannelOpener.PLAIN)) {
            assertThat(Notes.numbers(database)).containsExactly(1L, 2L);
            assertThat(database.rebuilt()).isFalse();
        }
    }
}
