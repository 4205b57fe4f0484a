package xundang.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xundang.desktop.platform.crypto.PasswordStretch;
import xundang.model.account.DeviceId;
import xundang.model.account.Role;
import xundang.model.account.UserId;
import xundang.model.sync.EnrolResponse;

/** Files without which no password helps: a flipped bit in one is repaired, and is never called a wrong password. */
class DamagedKeysTest {
    private static final UserId ZHANG = new UserId(new UUID(1, 1));
    private static final String WRAP = "00000000-0000-0001-0000-000000000001.wrap";
    private static final String SECRET = "device.secret";

    @TempDir
    Path temp;

    private Path keys;

    private SessionService sessions() {
        return SessionService.on(
                temp.resolve("ledger"),
                (server, request) -> new EnrolResponse(
                        new DeviceId(new UUID(2, 1)), ZHANG, "示例员丙", Role.INSPECTOR, "SH01", "示例台账", "token"),
                () -> Instant.parse("2026-11-21T01:00:00Z"),
                new PasswordStretch.Cost(64, 1, 1));
    }

    @BeforeEach
    void enrol() {
        var enrolment = new Sessions.Enrolment("http://127.0.0.1:8723/", "zhang", "CODE", "laptop");
        var outcome = sessions().enrol(enrolment, "correct horse".toCharArray());
        ((EnrolOutcome.Opened) outcome).ledger().close();
        keys = temp.resolve("ledger").resolve("keys");
    }

    private UnlockOutcome unlock(String password) {
        UnlockOutcome outcome = sessions().unlock(ZHANG, password.toCharArray());
        if (outcome instanceof UnlockOutcome.Opened opened) {
            opened.ledger().close();
        }
        return outcome;
    }

    private void flip(String file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(keys.resolve(file));
        bytes[at % bytes.length] ^= 0x10;
        Files.write(keys.resolve(file), bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {WRAP, WRAP + ".copy", SECRET, SECRET + ".copy"})
    void aFlippedBitInOneCopyIsRepairedFromTheOther(String file) throws IOException {
        byte[] good = Files.readAllBytes(keys.resolve(file));
        for (int at = 0; at < good.length; at += 41) {
            flip(file, at);
            assertThat(unlock("correct horse")).as("byte %d", at).isInstanceOf(UnlockOutcome.Opened.class);
            assertThat(Files.readAllBytes(keys.resolve(file))).as("byte %d", at).isEqualTo(good);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {WRAP, SECRET})
    void twoDamagedCopiesAreNeverCalledAWrongPassword(String file) throws IOException {
        int length = Files.readAllBytes(keys.resolve(file)).length;
        byte[] good = Files.readAllBytes(keys.resolve(file));
        for (int at = 0; at < length; at += 41) {
            flip(file, at);
            flip(file + ".copy", at);
            for (String password : List.of("correct horse", "wrong", "wrong", "wrong", "wrong")) {
                assertThat(unlock(password)).as("byte %d", at).isEqualTo(new UnlockOutcome.Damaged("E-KEY-205"));
            }
            Files.write(keys.resolve(file), good);
            Files.write(keys.resolve(file + ".copy"), good);
        }
        assertThat(unlock("correct horse")).isInstanceOf(UnlockOutcome.Opened.class);
    }

    @Test
    void aPersonWhoseKeyFileIsDamagedStaysInTheListWithoutAName() throws IOException {
        flip(WRAP, 60);
        flip(WRAP + ".copy", 60);
        assertThat(sessions().people()).containsExactly(new Sessions.Person(ZHANG, ZHANG.toString(), ""));
    }

    @Test
    void theSecretOfAnotherLaptopIsNotCalledAWrongPassword() throws IOException {
        new FileDeviceSecret(keys.resolve(SECRET)).create(new byte[32]);
        assertThat(unlock("correct horse")).isEqualTo(new UnlockOutcome.Damaged("E-KEY-202"));
    }

    @Test
    void aLostCopyIsMadeAnewWhenTheLedgerOpens() throws IOException {
        Files.delete(keys.resolve(WRAP));
        Files.delete(keys.resolve(SECRET + ".copy"));
        assertThat(unlock("correct horse")).isInstanceOf(UnlockOutcome.Opened.class);
        try (Stream<Path> files = Files.list(keys)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains(WRAP, WRAP + ".copy", SECRET, SECRET + ".copy");
        }
    }

    @Test
    void aCountThatCannotBeWrittenKeepsNobodyOutAndStillSlowsDownGuessing() throws IOException {
        // A folder of that name: writing fails for every user of the system, the superuser included.
        Files.createDirectory(keys.resolve("tries.json.tmp"));
        assertThat(unlock("correct horse")).isInstanceOf(UnlockOutcome.Opened.class);
        SessionService sessions = sessions();
        for (int i = 0; i < FailedTries.FREE; i++) {
            assertThat(sessions.unlock(ZHANG, "wrong".toCharArray())).isInstanceOf(UnlockOutcome.WrongPassword.class);
        }
        assertThat(sessions.unlock(ZHANG, "wrong".toCharArray())).isInstanceOf(UnlockOutcome.TryLater.class);
    }
}
