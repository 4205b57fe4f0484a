package xundang.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.desktop.platform.crypto.PasswordStretch;
import xundang.desktop.platform.db.DiskScan;
import xundang.desktop.platform.db.StoreException;
import xundang.desktop.session.Sessions.Enrolment;
import xundang.model.account.DeviceId;
import xundang.model.account.Role;
import xundang.model.account.UserId;
import xundang.model.sync.EnrolRequest;
import xundang.model.sync.EnrolResponse;

class SessionServiceTest {
    private static final UserId ZHANG = new UserId(new UUID(1, 1));
    private static final UserId LI = new UserId(new UUID(1, 2));
    private static final String TOKEN = "secret-token-of-the-device";
    private static final Enrolment ENROLMENT = new Enrolment("http://127.0.0.1:8723/", "zhang", "CODE", "laptop");

    @TempDir
    Path temp;

    private Instant now = Instant.parse("2026-11-21T01:00:00Z");

    private SessionService sessions() {
        return sessions((server, request) -> answer(request));
    }

    /** The least that Argon2id allows: these tests are about what happens around it. */
    private SessionService sessions(EnrolmentClient client) {
        return SessionService.on(root(), client, () -> now, new PasswordStretch.Cost(64, 1, 1));
    }

    private Path root() {
        return temp.resolve("ledger");
    }

    private static EnrolResponse answer(EnrolRequest request) {
        boolean zhang = request.login().equals("zhang");
        return new EnrolResponse(
                new DeviceId(new UUID(2, zhang ? 1 : 2)),
                zhang ? ZHANG : LI,
                zhang ? "示例员丙" : "示例员乙",
                Role.INSPECTOR,
                "SH01",
                "示例台账",
                TOKEN);
    }

    @Test
    void removingALedgerLeavesNeitherKeysNorFiles() {
        SessionService sessions = sessions();
        OpenLedger open =
                (OpenLedger) ((EnrolOutcome.Opened) sessions.enrol(ENROLMENT, password("correct horse"))).ledger();
        List<String> order = new ArrayList<>();
        open.beforeClose(() -> order.add("stopped"));
        RemoveOutcome outcome = sessions.remove(open, () -> order.add("asked"));
        assertThat(outcome).isEqualTo(new RemoveOutcome.Removed());
        assertThat(order).containsExactly("stopped", "asked");
        assertThat(root()).isEmptyDirectory();
        assertThat(sessions.people()).isEmpty();
    }

    @Test
    void aLedgerWithUnsentWorkIsNotRemoved() {
        SessionService sessions = sessions();
        OpenLedger open =
                (OpenLedger) ((EnrolOutcome.Opened) sessions.enrol(ENROLMENT, password("correct horse"))).ledger();
        assertThat(sessions.remove(open, () -> false)).isEqualTo(new RemoveOutcome.UnsentWorkLeft());
        assertThat(sessions.unlock(ZHANG, password("correct horse")))
                .isInstanceOfSatisfying(
                        UnlockOutcome.Opened.class, opened -> opened.ledger().close());
    }

    private static char[] password(String text) {
        return text.toCharArray();
    }

    private OpenLedger enrolled() {
        EnrolOutcome outcome = sessions().enrol(ENROLMENT, password("correct horse"));
        return (OpenLedger) ((EnrolOutcome.Opened) outcome).ledger();
    }

    @Test
    void anEnrolledPersonUnlocksWithoutANetwork() {
        enrolled().close();
        SessionService offline = sessions((server, request) -> {
            throw new AssertionError("no network");
        });
        assertThat(offline.people()).containsExactly(new Sessions.Person(ZHANG, "zhang", "示例员丙"));
        UnlockOutcome outcome = offline.unlock(ZHANG, password("correct horse"));
        try (OpenLedger ledger = (OpenLedger) ((UnlockOutcome.Opened) outcome).ledger()) {
            assertThat(ledger.token()).isEqualTo(TOKEN);
            assertThat(ledger.session().server()).isEqualTo("http://127.0.0.1:8723");
            assertThat(ledger.session().ledgerCode()).isEqualTo("SH01");
        }
    }

    @Test
    void theEnrolmentSurvivesTheLossOfTheDatabase() throws IOException {
        enrolled().close();
        Files.delete(root().resolve("records.mv.db"));
        UnlockOutcome outcome = sessions().unlock(ZHANG, password("correct horse"));
        try (OpenLedger ledger = (OpenLedger) ((UnlockOutcome.Opened) outcome).ledger()) {
            assertThat(ledger.rebuilt()).isTrue();
            assertThat(ledger.token()).isEqualTo(TOKEN);
            ledger.database().recover();
        }
    }

    @Test
    void aWrongPasswordOpensNothingAndChangesOnlyTheCount() throws IOException {
        enrolled().close();
        byte[] records = Files.readAllBytes(root().resolve("records.mv.db"));
        assertThat(sessions().unlock(ZHANG, password("wrong"))).isEqualTo(new UnlockOutcome.WrongPassword(2));
        assertThat(Files.readAllBytes(root().resolve("records.mv.db"))).isEqualTo(records);
        assertThat(sessions().unlock(ZHANG, password("correct horse")))
                .isInstanceOfSatisfying(
                        UnlockOutcome.Opened.class, opened -> opened.ledger().close());
    }

    @Test
    void theWaitGrowsAndARestartDoesNotShortenIt() {
        enrolled().close();
        for (int i = 0; i < FailedTries.FREE; i++) {
            assertThat(sessions().unlock(ZHANG, password("wrong"))).isInstanceOf(UnlockOutcome.WrongPassword.class);
        }
        assertThat(sessions().unlock(ZHANG, password("correct horse")))
                .isEqualTo(new UnlockOutcome.TryLater(Duration.ofSeconds(15)));
        now = now.plusSeconds(15);
        assertThat(sessions().unlock(ZHANG, password("wrong"))).isEqualTo(new UnlockOutcome.WrongPassword(0));
        assertThat(sessions().unlock(ZHANG, password("wrong")))
                .isEqualTo(new UnlockOutcome.TryLater(Duration.ofSeconds(30)));
        assertThat(FailedTries.waitAfter(1000)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void aClockSetBackDoesNotLockAPersonOut() {
        enrolled().close();
        for (int i = 0; i < FailedTries.FREE; i++) {
            sessions().unlock(ZHANG, password("wrong"));
        }
        now = now.minus(Duration.ofDays(365));
        assertThat(sessions().unlock(ZHANG, password("correct horse")))
                .isEqualTo(new UnlockOutcome.TryLater(Duration.ofSeconds(15)));
    }

    @Test
    void aSecondPersonGetsAnOwnKeyToTheSameLedger() {
        SessionService sessions = sessions();
        EnrolOutcome first = sessions.enrol(ENROLMENT, password("correct horse"));
        try (OpenLedger ledger = (OpenLedger) ((EnrolOutcome.Opened) first).ledger()) {
            Enrolment li = new Enrolment("http://127.0.0.1:8723", "li", "CODE2", "laptop");
            assertThat(sessions.enrolColleague(ledger, li, password("another one")))
                    .isInstanceOf(EnrolOutcome.Opened.class);
        }
        assertThat(sessions.people()).hasSize(2);
        assertThat(sessions.unlock(LI, password("correct horse"))).isInstanceOf(UnlockOutcome.WrongPassword.class);
        UnlockOutcome outcome = sessions.unlock(LI, password("another one"));
        try (OpenLedger ledger = (OpenLedger) ((UnlockOutcome.Opened) outcome).ledger()) {
            assertThat(ledger.session().user()).isEqualTo(LI);
        }
    }

    @Test
    void aFolderThatIsOpenSaysWhoHoldsIt() {
        try (OpenLedger open = enrolled()) {
            assertThat(sessions().unlock(ZHANG, password("correct horse")))
                    .isInstanceOfSatisfying(
                            UnlockOutcome.InUse.class,
                            inUse -> assertThat(inUse.holder())
                                    .contains("pid " + ProcessHandle.current().pid(), "2026-11-21"));
            assertThat(open.rebuilt()).isFalse();
        }
    }

    @Test
    void plainHttpIsAcceptedForThisMachineOnly() {
        Enrolment outside = new Enrolment("http://192.168.1.5:8723", "zhang", "CODE", "laptop");
        assertThat(sessions().enrol(outside, password("correct horse")))
                .isEqualTo(new EnrolOutcome.Refused(EnrolOutcome.Reason.PLAIN_HTTP_NOT_ALLOWED));
        Enrolment disguised = new Enrolment("http://127.0.0.1@example.org", "zhang", "CODE", "laptop");
        assertThat(sessions().enrol(disguised, password("correct horse"))).isInstanceOf(EnrolOutcome.Unreachable.class);
    }

    @Test
    void aRefusedEnrolmentLeavesNoLedgerBehind() {
        SessionService refused = sessions((server, request) -> {
            throw EnrolmentFailed.refused(EnrolOutcome.Reason.CODE_USED);
        });
        assertThat(refused.enrol(ENROLMENT, password("correct horse")))
                .isEqualTo(new EnrolOutcome.Refused(EnrolOutcome.Reason.CODE_USED));
        assertThat(refused.people()).isEmpty();
        enrolled().close();
    }

    @Test
    void whatAnUnfinishedEnrolmentLeftIsMovedAsideNotMixedIn() throws IOException {
        enrolled().close();
        try (Stream<Path> keys = Files.list(root().resolve("keys"))) {
            for (Path key : keys.toList()) {
                Files.delete(key);
            }
        }
        enrolled().close();
        assertThat(root().resolve("quarantine"))
                .isDirectoryContaining(f -> f.getFileName().toString().endsWith("records.mv.db"));
    }

    @Test
    void aFolderThatCannotBeMadeIsReported() throws IOException {
        Files.writeString(root(), "a file where the folder should be");
        assertThat(sessions().enrol(ENROLMENT, password("correct horse")))
                .isEqualTo(new EnrolOutcome.FolderNotWritable(root().toString()));
        assertThat(sessions().unlock(ZHANG, password("correct horse")))
                .isEqualTo(new UnlockOutcome.FolderNotWritable(root().toString()));
    }

    @Test
    void aLostDeviceSecretIsNotCalledAWrongPassword() throws IOException {
        enrolled().close();
        Files.delete(root().resolve("keys/device.secret"));
        assertThat(sessions().unlock(ZHANG, password("correct horse")))
                .isEqualTo(new UnlockOutcome.Damaged("E-KEY-202"));
    }

    @Test
    void thePasswordIsWipedWhateverHappens() {
        char[] right = password("correct horse");
        sessions().enrol(ENROLMENT, right);
        assertThat(right).containsOnly('\0');
        char[] wrong = password("wrong");
        sessions().unlock(ZHANG, wrong);
        assertThat(wrong).containsOnly('\0');
    }

    @Test
    void onlyTheLogInListStandsOnDiskInTheClear() throws IOException {
        OpenLedger open = enrolled();
        for (String secret : new String[] {TOKEN, "correct horse", "示例台账"}) {
            assertThat(DiskScan.filesHolding(root(), secret)).as(secret).isEmpty();
        }
        open.close();
        assertThat(DiskScan.filesHolding(root(), TOKEN)).isEmpty();
        assertThat(DiskScan.filesHolding(root(), "示例员丙"))
                .singleElement()
                .satisfies(file -> assertThat(file).hasParentRaw(root().resolve("keys")));
    }

    @Test
    void everythingBelongsToTheOwnerAlone() throws IOException {
        enrolled().close();
        assumeTrue(root().getFileSystem().supportedFileAttributeViews().contains("posix"));
        try (Stream<Path> all = Files.walk(root())) {
            for (Path path : all.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .as(path.toString())
                        .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
            }
        }
    }

    @Test
    void aClosedLedgerTakesNothingMore() {
        OpenLedger ledger = enrolled();
        ledger.close();
        ledger.close();
        assertThatThrownBy(() -> ledger.database().read(tx -> 1)).isInstanceOf(StoreException.class);
    }
}
