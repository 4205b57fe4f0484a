package xundang.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static xundang.desktop.sync.TestLedger.set;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.desktop.platform.tasks.LaptopTasks;
import xundang.desktop.sync.UnsentWork.ImportOutcome;
import xundang.desktop.sync.UnsentWork.Unsent;
import xundang.model.sync.Op;

class UnsentWorkTest {
    private static final StopSign GO = RecordsSyncTest.sign(false);
    private static final String PASSPHRASE = "杨浦机房 2026";

    @TempDir
    Path temp;

    private final ScriptedServer server = new ScriptedServer();
    private TestLedger ledger;
    private TestLedger other;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        ledger = new TestLedger(temp.resolve("ledger"));
        other = new TestLedger(temp.resolve("other"));
        file = temp.resolve("work.xdw");
    }

    @AfterEach
    void close() {
        ledger.close();
        other.close();
    }

    private void work() {
        ledger.queue(ledger.op("inspection.create", 1, set("verdict", null, "normal")));
        ledger.queue(ledger.photo(2, new byte[] {1, 2, 3}));
        ledger.drafts.begin(ledger, 70, TestLedger.key("asset", 1), new byte[] {7, 7});
    }

    private Unsent export() throws IOException {
        return ledger.unsentWork().export(file, PASSPHRASE.toCharArray(), FileWatch.UNWATCHED);
    }

    private ImportOutcome taken(TestLedger laptop) throws IOException {
        return laptop.unsentWork().importFrom(file, PASSPHRASE.toCharArray(), FileWatch.UNWATCHED);
    }

    @Test
    void itSaysWhatWouldBeLost() {
        assertThat(ledger.unsentWork().unsent().isEmpty()).isTrue();
        assertThat(ledger.unsentWork().mayLeave()).isTrue();
        work();
        assertThat(ledger.unsentWork().unsent()).isEqualTo(new Unsent(2, 1, 2, 5));
        assertThat(ledger.unsentWork().mayLeave()).isFalse();
        ledger.engine(server).round(GO);
        assertThat(ledger.unsentWork().unsent()).isEqualTo(new Unsent(0, 1, 1, 2));
    }

    @Test
    void anExportedPackageLetsThePersonLeaveUntilTheyWorkOn() throws IOException {
        work();
        export();
        assertThat(ledger.unsentWork().mayLeave()).isTrue();
        ledger.reopen();
        assertThat(ledger.unsentWork().mayLeave()).isTrue();
        ledger.queue(ledger.op("inspection.create", 3, set("verdict", null, "normal")));
        assertThat(ledger.unsentWork().mayLeave()).isFalse();
    }

    @Test
    void anotherLaptopGoesOnWithAllOfItAndTheServerAppliesEachOpOnce() throws IOException {
        work();
        export();
        ledger.engine(server).round(GO);
        assertThat(taken(other)).isEqualTo(new ImportOutcome.TakenIn(new Unsent(2, 1, 2, 5)));
        assertThat(other.seen("inspection", 1)).contains(Map.of("verdict", "normal"));
        assertThat(other.drafts.ids).containsExactly(TestLedger.id(70));
        assertThat(other.photos.kept).hasSize(2);
        other.engine(server).round(GO);
        assertThat(server.applied.values()).containsOnly(1).hasSize(2);
        assertThat(other.unsentWork().unsent()).isEqualTo(new Unsent(0, 1, 1, 2));
    }

    @Test
    void aPackageTakenInTwiceOrWhereItCameFromChangesNothing() throws IOException {
        work();
        export();
        taken(ledger);
        assertThat(ledger.unsentWork().unsent()).isEqualTo(new Unsent(2, 1, 2, 5));
        taken(other);
        taken(other);
        assertThat(other.unsentWork().unsent()).isEqualTo(new Unsent(2, 1, 2, 5));
    }

    @Test
    void whatWasTakenInSurvivesTheLossOfTheDatabase() throws IOException {
        work();
        export();
        taken(other);
        other.loseDatabase();
        assertThat(other.unsentWork().unsent()).isEqualTo(new Unsent(2, 1, 2, 5));
    }

    @Test
    void anExportedChangeIsNeverMergedWithALaterOne() throws IOException {
        ledger.queue(ledger.op("asset.patch", 1, set("room", "B1", "B2")));
        export();
        ledger.queue(ledger.op("asset.patch", 1, set("keeper", "甲", "乙")));
        taken(other);
        other.engine(server).round(GO);
        ledger.engine(server).round(GO);
        assertThat(server.applied.values()).containsOnly(1).hasSize(2);
        List<Op> sent = server.pushes.getLast().ops();
        assertThat(sent).extracting(op -> op.set().keySet()).containsExactly(Set.of("room"), Set.of("keeper"));
    }

    @Test
    void nothingOfItCanBeReadWithoutThePassphrase() throws IOException {
        work();
        export();
        String raw = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(raw).contains("argon2id", "AES-256-GCM").doesNotContain("verdict", "normal", "inspection");
        assertThat(other.unsentWork().importFrom(file, "falsch falsch".toCharArray(), FileWatch.UNWATCHED))
                .isEqualTo(new ImportOutcome.NotOpened());
        assertThat(other.unsentWork().unsent().isEmpty()).isTrue();
    }

    @Test
    void aSingleChangedByteAnywhereTakesNothingIn() throws IOException {
        work();
        export();
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at += Math.max(1, whole.length / 40)) {
            byte[] hurt = whole.clone();
            hurt[at] ^= 1;
            Files.write(file, hurt);
            ImportOutcome outcome = taken(other);
            if (outcome instanceof ImportOutcome.TakenIn) {
                // A bit of the zip's own table that means nothing (a time stamp): what came in is what was exported.
                assertThat(other.unsentWork().unsent()).isEqualTo(new Unsent(2, 1, 2, 5));
                other.close();
                other = new TestLedger(temp.resolve("other" + at));
            } else {
                assertThat(other.unsentWork().unsent().isEmpty())
                        .as("byte %d", at)
                        .isTrue();
                assertThat(other.photos.kept).isEmpty();
            }
        }
    }

    @Test
    void anotherPersonsPackageIsNotTakenIn() throws IOException {
        work();
        export();
        other.user = TestLedger.LI;
        assertThat(taken(other)).isEqualTo(new ImportOutcome.NotYours());
        assertThat(other.unsentWork().unsent().isEmpty()).isTrue();
    }

    @Test
    void somethingElseIsNoPackage() throws IOException {
        Files.writeString(file, "不是工作包");
        assertThat(taken(other)).isEqualTo(new ImportOutcome.NotReadable());
    }

    @Test
    void anExistingFileIsNotReplaced() throws IOException {
        work();
        Files.writeString(file, "重要");
        assertThatThrownBy(this::export).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("重要");
        assertThat(ledger.unsentWork().mayLeave()).isFalse();
    }

    @Test
    void thePassphraseIsWiped() throws IOException {
        char[] passphrase = PASSPHRASE.toCharArray();
        ledger.unsentWork().export(file, passphrase, FileWatch.UNWATCHED);
        assertThat(passphrase).containsOnly('\0');
    }

    /** Ends the work when so many bytes are through. */
    private static final class EndsAt implements FileWatch {
        private final long bytes;
        private final List<Long> seen = new ArrayList<>();
        private boolean finishing;

        EndsAt(long bytes) {
            this.bytes = bytes;
        }

        @Override
        public void at(long done, long total) {
            seen.add(done);
        }

        @Override
        public boolean cancelled() {
            return !seen.isEmpty() && seen.getLast() >= bytes;
        }

        @Override
        public void finishing() {
            finishing = true;
        }
    }

    @Test
    void aCancelledExportLeavesNoFileAndCountsAsNone() {
        work();
        EndsAt third = new EndsAt(3);
        assertThatThrownBy(() -> ledger.unsentWork().export(file, PASSPHRASE.toCharArray(), third))
                .isInstanceOf(CancellationException.class);
        assertThat(third.seen).containsExactly(0L, 3L);
        assertThat(temp)
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("work.xdw"));
        assertThat(ledger.unsentWork().mayLeave()).isFalse();
    }

    @Test
    void aCancelledImportTakesNothingIn() throws IOException {
        work();
        export();
        assertThatThrownBy(() -> other.unsentWork().importFrom(file, PASSPHRASE.toCharArray(), new EndsAt(3)))
                .isInstanceOf(CancellationException.class);
        assertThat(other.unsentWork().unsent().isEmpty()).isTrue();
        assertThat(other.photos.kept).isEmpty();
    }

    @Test
    void onceItTakesInNothingEndsItHalfWay() throws IOException {
        work();
        export();
        EndsAt late = new EndsAt(6);
        assertThat(other.unsentWork().importFrom(file, PASSPHRASE.toCharArray(), late))
                .isInstanceOf(ImportOutcome.TakenIn.class);
        assertThat(late.seen).containsExactly(0L, 3L, 5L, 8L, 10L);
        assertThat(late.finishing).isTrue();
        assertThat(other.photos.kept).hasSize(2);
    }

    @Test
    void workThatIsSavedDuringAnExportIsNotTakenForExported() throws IOException {
        work();
        ledger.unsentWork().export(file, PASSPHRASE.toCharArray(), new FileWatch() {
            private boolean saved;

            @Override
            public void at(long done, long total) {
                if (!saved) {
                    saved = true;
                    ledger.queue(ledger.op("inspection.create", 5, set("verdict", null, "normal")));
                }
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        });
        assertThat(ledger.unsentWork().mayLeave()).isFalse();
        export("again.xdw");
        assertThat(ledger.unsentWork().mayLeave()).isTrue();
    }

    private void export(String name) throws IOException {
        ledger.unsentWork().export(temp.resolve(name), PASSPHRASE.toCharArray(), FileWatch.UNWATCHED);
    }

    @Test
    void aSaveGoesBetweenTwoPicturesOfAnExport() throws Exception {
        work();
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch saved = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        try (LaptopTasks tasks = new LaptopTasks(Runnable::run)) {
            UnsentWorkService service = ledger.unsentWork(tasks);
            tasks.files(
                    () -> service.export(file, PASSPHRASE.toCharArray(), new FileWatch() {
                        @Override
                        public void at(long done, long total) {
                            order.add("exported " + done);
                            begun.countDown();
                            if (done == 0) {
                                // The export stands still here, as on a slow stick, until the save is through.
                                awaited(saved);
                            }
                        }

                        @Override
                        public boolean cancelled() {
                            return false;
                        }
                    }),
                    what -> ended.countDown(),
                    fault -> {
                        order.add("failed " + fault);
                        ended.countDown();
                    });
            awaited(begun);
            tasks.store(() -> order.add("saved"), done -> saved.countDown(), fault -> order.add("not saved " + fault));
            awaited(ended);
        }
        assertThat(order).containsExactly("exported 0", "saved", "exported 3", "exported 5");
        assertThat(file).exists();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
