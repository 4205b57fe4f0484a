package xundang.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import xundang.model.sync.HelloRequest;
import xundang.model.sync.HelloResponse;
import xundang.model.sync.OpResult;
import xundang.model.sync.OpStatus;
import xundang.model.sync.Paths;
import xundang.model.sync.PushRequest;
import xundang.model.sync.PushResponse;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Http;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** How long a laptop may go on, and what an old program on it may do. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class TokenLifeTest {
    @Parameter
    DatabaseKind kind;

    @TempDir
    Path folder;

    private TestServer server;
    private Laptop laptop;

    @BeforeEach
    void start() {
        server = new TestServer(folder, kind);
        laptop = server.manager();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void afterThirtyDaysWithoutAHelloTheLogInHasExpired() {
        server.clock.advance(Duration.ofDays(30).minusSeconds(1));
        laptop.get(Paths.CHANGES).expect(200);
        server.clock.advance(Duration.ofSeconds(1));
        Http.Answer answer = laptop.get(Paths.CHANGES).expect(401);
        assertThat(answer.problemName()).isEqualTo("token-expired");
        assertThat(answer.problem().detail()).contains("登录已过期", "记录都在本机");
    }

    @Test
    void aHelloGivesTheFullTimeAgain() {
        for (int i = 0; i < 3; i++) {
            server.clock.advance(Duration.ofDays(20));
            laptop.hello();
        }
        server.clock.advance(Duration.ofDays(29));
        laptop.get(Paths.CHANGES).expect(200);
    }

    @Test
    void aTokenThatNeverWasIsNotCalledExpired() {
        Http.Answer answer =
                server.http().send(server.http().request(Paths.CHANGES).header("Authorization", "Bearer nonsense"));
        assertThat(answer.expect(401).problemName()).isEqualTo("unauthenticated");
    }

    @Test
    void aProgramThatIsTooOldToReadMayStillSend() {
        HelloResponse answer = hello(List.of(0));
        PushRequest push =
                new PushRequest(answer.sessionNonce(), List.of(laptop.createAsset(server.ids.next(), Map.of())));
        assertThat(laptop.post(Paths.PUSH, push)
                        .expect(200)
                        .as(PushResponse.class)
                        .results())
                .extracting(OpResult::status)
                .containsExactly(OpStatus.APPLIED);
        assertThat(laptop.get(Paths.CHANGES).expect(426).problemName()).isEqualTo("too-old");

        hello(List.of(0, 1));
        laptop.get(Paths.CHANGES).expect(200);
    }

    private HelloResponse hello(List<Integer> protocols) {
        OffsetDateTime now = OffsetDateTime.parse("2026-11-20T08:00:00+08:00");
        HelloRequest request =
                new HelloRequest(laptop.device(), "", laptop.user(), "test", protocols, 1, null, 0, 0, 0, now);
        return laptop.post(Paths.HELLO, request).expect(200).as(HelloResponse.class);
    }
}
