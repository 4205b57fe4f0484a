package xundang.desktop.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static xundang.desktop.sync.sim.Violation.Invariant.A;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.desktop.platform.files.DataFolder;
import xundang.desktop.sync.sim.Keeps;

/**
 * The power goes at a random commit and everything that was not forced is gone. What had been acknowledged must be there, from the journal
 * alone as well as from the database alone: either may be the file that the cut ruined.
 */
class PowerCutTest {
    private static final int CUTS = 6;
    private static final int MOST_COMMITS = 5;

    @TempDir
    Path temp;

    private final Random random = new Random(1981);
    private DataFolder folder;
    private int images;

    @BeforeEach
    void prepare() throws IOException {
        PowerCut.install();
        folder = new DataFolder(temp.resolve("ledger"));
        folder.prepare();
    }

    private H2LocalDatabase open() {
        return Notes.open(new LedgerFiles(folder, Notes.key(), Notes.CLOCK, PowerCut.SCHEME, PowerCut::openForJournal));
    }

    private DataFolder cut() throws IOException {
        DataFolder image = new DataFolder(temp.resolve("image" + images++));
        PowerCut.image(folder.root(), image.root());
        return image;
    }

    private static List<Long> notes(DataFolder image) {
        try (H2LocalDatabase database = Notes.open(image)) {
            return Notes.numbers(database);
        }
    }

    private static Long[] upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toArray(Long[]::new);
    }

    @Test
    @Keeps(fault = 2, value = A)
    void fault02_whatWasAcknowledgedIsInTheJournalAndInTheDatabaseEachByItself() throws IOException {
        long made = 0;
        try (H2LocalDatabase database = open()) {
            for (int round = 0; round < CUTS; round++) {
                for (int more = random.nextInt(1, MOST_COMMITS); more > 0; more--) {
                    database.commit(Notes.note(++made));
                }
                DataFolder whole = cut();
                assertThat(notes(whole)).as("cut %d", round).containsExactly(upTo(made));

                DataFolder journalAlone = cut();
                Files.delete(journalAlone.records());
                assertThat(notes(journalAlone))
                        .as("cut %d, journal alone", round)
                        .containsExactly(upTo(made));

                DataFolder databaseAlone = cut();
                for (Path segment : JournalFiles.segments(databaseAlone)) {
                    Files.delete(segment);
                }
                assertThat(notes(databaseAlone))
                        .as("cut %d, database alone", round)
                        .containsExactly(upTo(made));
            }
        }
    }

    @Test
    void aCutAfterForgettingLosesNothingUnsettled() throws IOException {
        try (H2LocalDatabase database = open()) {
            for (int i = 1; i <= 6; i++) {
                database.commit(Notes.note(i));
            }
            database.forgetSettled((tx, subject) -> subject.getLeastSignificantBits() % 2 == 0);
            DataFolder image = cut();
            assertThat(notes(image)).containsExactly(upTo(6));
            Files.delete(image.records());
            assertThat(notes(image)).containsExactly(1L, 3L, 5L);
        }
    }
}
