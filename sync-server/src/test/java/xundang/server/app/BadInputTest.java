package xundang.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;
import xundang.model.account.Role;
import xundang.model.sync.HelloRequest;
import xundang.model.sync.Limits;
import xundang.model.sync.Op;
import xundang.model.sync.OpResult;
import xundang.model.sync.OpStatus;
import xundang.model.sync.Paths;
import xundang.model.sync.Problem;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Http;
import xundang.server.testing.Laptop;
import xundang.server.testing.Tables;
import xundang.server.testing.TestServer;

/** Bad input of a laptop: a clear problem, nothing changed, nothing lost. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class BadInputTest {
    @Parameter
    DatabaseKind kind;

    @TempDir
    Path folder;

    private TestServer server;
    private Laptop laptop;
    private Map<String, String> before;

    @BeforeEach
    void start() {
        server = new TestServer(folder, kind);
        laptop = server.manager();
        laptop.push(laptop.createAsset(server.ids.next(), Map.of()));
        before = Tables.of(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpRequest.Builder push(byte[] body) {
        return laptop.request(Paths.PUSH)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
    }

    private void isRefused(Http.Answer answer, int status, String name, String code) {
        Problem problem = answer.expect(status).problem();
        assertThat(problem.type()).isEqualTo("urn:xundang:problem:" + name);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(Tables.of(server)).isEqualTo(before);
    }

    @Test
    void aBodyOverTheLimit() {
        isRefused(laptop.send(push(new byte[Limits.DEFAULT.maxBytes() + 1])), 413, "too-large", "E-HTTP-413");
    }

    @Test
    void aBodyThatIsNotJson() {
        isRefused(
                laptop.send(push("ops=1".getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                400,
                "malformed",
                "E-HTTP-400");
    }

    @Test
    void aBodyThatIsNoPush() {
        isRefused(
                laptop.send(push("{\"ops\":{}}".getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                400,
                "malformed",
                "E-HTTP-400");
    }

    @Test
    void aWrongContentType() {
        HttpRequest.Builder request =
                laptop.request(Paths.PUSH).header("Content-Type", "text/xml").POST(BodyPublishers.ofString("{}"));
        isRefused(laptop.send(request), 415, "wrong-content-type", "E-HTTP-415");
    }

    @Test
    void anUnknownEncoding() {
        isRefused(
                laptop.send(push(new byte[9]).header("Content-Encoding", "br")),
                415,
                "wrong-content-type",
                "E-HTTP-415");
    }

    @Test
    void aGzipBomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(new byte[100 * 1024 * 1024]);
        }
        isRefused(
                laptop.send(push(bytes.toByteArray()).header("Content-Encoding", "gzip")),
                413,
                "too-large",
                "E-HTTP-413");
    }

    @Test
    void anUnknownProtocolMaySendButNotRead() {
        HelloRequest request = new HelloRequest(
                laptop.device(),
                "",
                laptop.user(),
                "test",
                List.of(7),
                1,
                null,
                0,
                0,
                0,
                OffsetDateTime.parse("2026-11-20T08:00:00+08:00"));
        laptop.post(Paths.HELLO, request).expect(200);
        before = Tables.of(server);
        isRefused(laptop.get(Paths.CHANGES), 426, "too-old", "E-SYNC-226");
        isRefused(laptop.get(Paths.SNAPSHOT), 426, "too-old", "E-SYNC-226");
    }

    @Test
    void aGapInTheNumbers() {
        laptop.skipNumber();
        Http.Answer answer = laptop.tryPush(laptop.createAsset(server.ids.next(), Map.of()));
        assertThat(answer.problem().expected()).isEqualTo(2);
        isRefused(answer, 409, "op-seq-gap", "E-SYNC-209");
    }

    @Test
    void moreOpsThanAllowed() {
        Op[] ops = new Op[501];
        for (int i = 0; i < ops.length; i++) {
            ops[i] = laptop.createAsset(server.ids.next(), Map.of());
        }
        isRefused(laptop.tryPush(ops), 413, "too-large", "E-HTTP-413");
    }

    @Test
    void aCursorThatIsGarbage() {
        isRefused(laptop.get(Paths.CHANGES + "?cursor=garbage"), 409, "resync", "E-SYNC-220");
        isRefused(laptop.get(Paths.SNAPSHOT + "?after=garbage"), 409, "resync", "E-SYNC-220");
    }

    @Test
    void theSameIdWithOtherContentChangesNoRecord() {
        ObjectNode op = Laptop.raw(laptop.createAsset(server.ids.next(), Map.of()));
        laptop.pushRaw(op);
        before = Tables.of(server);
        op.put("baseRev", 9);
        OpResult result = laptop.pushRaw(op).getFirst();
        assertThat(result.status()).isEqualTo(OpStatus.REJECTED);
        assertThat(result.problem().code()).isEqualTo("E-OP-411");
        assertThat(Tables.of(server).get("ledger_record")).isEqualTo(before.get("ledger_record"));
        assertThat(Tables.of(server).get("op_result")).isEqualTo(before.get("op_result"));
    }

    @Test
    void anOpOfAnUnknownKindIsHeldAndChangesNoRecord() {
        ObjectNode op = Laptop.raw(laptop.createAsset(server.ids.next(), Map.of()));
        op.put("kind", "fault.close");
        OpResult result = laptop.pushRaw(op).getFirst();
        assertThat(result.status()).isEqualTo(OpStatus.HELD);
        assertThat(result.problem().code()).isEqualTo("E-OP-480");
        assertThat(result.problem().detail()).contains("已在服务器上留存");
        Map<String, String> after = Tables.of(server);
        assertThat(after.get("held_op")).contains("fault.close");
        assertThat(after.get("ledger_record")).isEqualTo(before.get("ledger_record"));
    }

    @Test
    void anOpForAForeignScopeIsRefusedLikeOneForNothing() {
        UUID site = server.ids.next();
        UUID asset = server.ids.next();
        laptop.push(laptop.createSite(site, "A"), laptop.createAsset(asset, Map.of("site_id", site.toString())));
        server.person("elsewhere", Role.ASSET_MANAGER, server.ids.next().toString());
        Laptop elsewhere = server.laptop("elsewhere");
        before = Tables.of(server);
        List<OpResult> results = elsewhere.push(
                elsewhere.patchAsset(asset, 1, "name", "UPS主机", "偷改"),
                elsewhere.patchAsset(server.ids.next(), 1, "name", "UPS主机", "偷改"));
        assertThat(results.get(0).problem()).isEqualTo(results.get(1).problem());
        assertThat(results.get(0).problem().code()).isEqualTo("E-OP-404");
        assertThat(Tables.of(server).get("ledger_record")).isEqualTo(before.get("ledger_record"));
    }

    @Test
    void aClockThatIsAYearOffChangesNeitherOrderNorContent() {
        ObjectNode late = Laptop.raw(laptop.createAsset(server.ids.next(), Map.of("name", "去年")));
        ObjectNode early = Laptop.raw(laptop.createAsset(server.ids.next(), Map.of("name", "明年")));
        early.put("at", "2027-11-20T08:00:00+08:00").put("clockOffsetMs", 31_536_000_000L);
        late.put("at", "2025-11-20T08:00:00+08:00").put("clockOffsetMs", -31_536_000_000L);
        assertThat(laptop.pushRaw(late, early)).extracting(OpResult::status).containsOnly(OpStatus.APPLIED);
        assertThat(laptop.pull().stream()
                        .skip(1)
                        .map(change -> change.f().get("name").stringValue()))
                .containsExactly("去年", "明年");
        HelloRequest hello = new HelloRequest(
                laptop.device(),
                "",
                laptop.user(),
                "test",
                List.of(1),
                1,
                null,
                0,
                0,
                0,
                OffsetDateTime.parse("2027-11-20T08:00:00+08:00"));
        laptop.post(Paths.HELLO, hello).expect(200);
    }
}
