package xundang.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.model.account.Role;
import xundang.model.sync.EnrolRequest;
import xundang.model.sync.EnrolResponse;
import xundang.model.sync.Paths;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Http;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** Codes, passwords, tokens. */
class EnrolTest {
    @TempDir
    Path folder;

    private TestServer server;

    @BeforeEach
    void start() {
        server = new TestServer(folder, DatabaseKind.H2);
        server.person("li", Role.INSPECTOR, "*");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aCodeAndAPasswordEnrolALaptop() {
        String code = server.graph().devices().issueCode("li");
        EnrolResponse enrolled = enrol(TestServer.PASSWORD, code).expect(200).as(EnrolResponse.class);
        assertThat(enrolled.role()).isEqualTo(Role.INSPECTOR);
        assertThat(enrolled.ledgerCode()).isEqualTo("XD01");
        assertThat(enrolled.token()).hasSizeGreaterThanOrEqualTo(43);
    }

    @Test
    void aCodeMayBeTypedWithoutDashesInSmallLetters() {
        String code = server.graph().devices().issueCode("li").replace("-", " ").toLowerCase(Locale.ROOT);
        enrol(TestServer.PASSWORD, code).expect(200);
    }

    @Test
    void aCodeWorksOnce() {
        String code = server.graph().devices().issueCode("li");
        enrol(TestServer.PASSWORD, code).expect(200);
        assertThat(enrol(TestServer.PASSWORD, code).expect(403).problemName()).isEqualTo("code-used");
    }

    @Test
    void aCodeEndsAfterFifteenMinutes() {
        String code = server.graph().devices().issueCode("li");
        server.clock.advance(Duration.ofMinutes(15));
        assertThat(enrol(TestServer.PASSWORD, code).expect(403).problemName()).isEqualTo("code-expired");
    }

    @Test
    void fiveWrongCodesSpoilTheRightOne() {
        String code = server.graph().devices().issueCode("li");
        for (int i = 0; i < 5; i++) {
            assertThat(enrol(TestServer.PASSWORD, "WRONG-CODE-" + i).expect(403).problemName())
                    .isEqualTo("code-unknown");
        }
        assertThat(enrol(TestServer.PASSWORD, code).expect(403).problemName()).isEqualTo("code-unknown");
    }

    @Test
    void aCodeOfSomebodyElseIsUnknown() {
        server.person("wang", Role.INSPECTOR, "*");
        String code = server.graph().devices().issueCode("wang");
        assertThat(enrol(TestServer.PASSWORD, code).expect(403).problemName()).isEqualTo("code-unknown");
    }

    @Test
    void fiveWrongPasswordsLockTheNameForHalfAnHourWhetherItExistsOrNot() {
        for (String login : new String[] {"li", "nobody"}) {
            for (int i = 0; i < 5; i++) {
                assertThat(enrol(login, "wrong password!", "X").expect(401).problemName())
                        .isEqualTo("wrong-account-or-password");
            }
            assertThat(enrol(login, TestServer.PASSWORD, "X").expect(403).problemName())
                    .isEqualTo("locked");
        }
        server.clock.advance(Duration.ofMinutes(30));
        enrol(TestServer.PASSWORD, server.graph().devices().issueCode("li")).expect(200);
    }

    @Test
    void aRevokedLaptopIsOutAtOnce() {
        Laptop laptop = server.laptop("li");
        server.graph().devices().revoke(laptop.device());
        assertThat(laptop.get(Paths.CHANGES).expect(401).problemName()).isEqualTo("unauthenticated");
    }

    @Test
    void aDisabledPersonIsOutAtOnce() {
        Laptop laptop = server.laptop("li");
        server.graph().accounts().setDisabled(laptop.user(), true);
        laptop.get(Paths.CHANGES).expect(401);
    }

    @Test
    void aPersonWhoTriesTooOftenIsToldToWait() {
        Http.Answer last = enrol("x", "x", "x");
        for (int i = 0; i < 20; i++) {
            last = enrol("x" + i, "x", "x");
        }
        assertThat(last.expect(429).header("Retry-After")).isNotEmpty();
        server.clock.advance(Duration.ofMinutes(1));
        enrol("x", "x", "x").expect(401);
    }

    @Test
    void halfAnEnrolmentRequestIsRefused() {
        Http.Answer answer = server.http().post(Paths.ENROL, Map.of("login", "li"));
        assertThat(answer.expect(400).problemName()).isEqualTo("malformed");
    }

    private Http.Answer enrol(String password, String code) {
        return enrol("li", password, code);
    }

    private Http.Answer enrol(String login, String password, String code) {
        return server.http().post(Paths.ENROL, new EnrolRequest(login, password, code, "笔记本"));
    }
}
