package xundang.desktop.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static xundang.desktop.sync.sim.Violation.Invariant.A;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.desktop.platform.files.DataFolder;
import xundang.desktop.sync.sim.Keeps;

/** What was acknowledged survives a power cut on a disk that drops every write that was not forced; real H2, real journal. */
class PowerCutTest {
    @TempDir
    Path temp;

    private DataFolder folder;

    @BeforeEach
    void prepare() throws IOException {
        folder = new DataFolder(temp.resolve("ledger"));
        folder.prepare();
        UnsyncedDisk.install();
    }

    private H2LocalDatabase open() {
        return Notes.open(
                new LedgerFiles(folder, Notes.key(), Notes.CLOCK, UnsyncedDisk.SCHEME, UnsyncedDisk::openForJournal));
    }

    @Test
    @Keeps(fault = 2, value = A)
    void fault02_aPowerCutTakesNothingThatWasAcknowledged() throws IOException {
        long saved = 0;
        for (int outage = 0; outage < 4; outage++) {
            H2LocalDatabase database = open();
            for (int i = 0; i < 5; i++) {
                database.commit(Notes.note(++saved));
            }
            UnsyncedDisk.cut();
            database.close();
            UnsyncedDisk.comeBack();
        }
        try (H2LocalDatabase database = open()) {
            assertThat(Notes.numbers(database))
                    .isEqualTo(LongStream.rangeClosed(1, saved).boxed().toList());
        }
    }

    @Test
    void theDiskReallyDropsWhatWasNotForced() throws IOException {
        H2LocalDatabase database = open();
        database.commit(Notes.note(1));
        UnsyncedDisk.cut();
        database.commit(Notes.note(2));
        database.close();
        UnsyncedDisk.comeBack();
        try (H2LocalDatabase again = open()) {
            assertThat(Notes.numbers(again)).containsExactly(1L);
        }
    }
}
