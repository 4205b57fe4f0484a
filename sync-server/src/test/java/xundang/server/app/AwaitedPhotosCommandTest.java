package xundang.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import xundang.model.asset.AssetId;
import xundang.model.photo.PhotoBody;
import xundang.model.sync.OpKind;
import xundang.model.sync.OpStatus;
import xundang.model.sync.RecordType;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** {@code xundang admin photos awaited}. */
class AwaitedPhotosCommandTest {
    @TempDir
    Path folder;

    private TestServer server;

    @BeforeEach
    void start() {
        server = new TestServer(folder, DatabaseKind.H2);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String printed() {
        StringWriter out = new StringWriter();
        int exit = new CommandLine(new AdminMain())
                .setOut(new PrintWriter(out))
                .execute("photos", "awaited", "--data", folder.toString());
        assertThat(exit).isZero();
        return out.toString();
    }

    @Test
    void nothingAwaitedIsSaidInOneLine() {
        assertThat(printed()).contains("服务器都已收到");
    }

    @Test
    void aPictureThatHasNotComeIsListedWithLaptopPersonSizeAndAge() {
        Laptop laptop = server.manager();
        UUID asset = server.ids.next();
        String sha256 = "ab".repeat(32);
        PhotoBody body = new PhotoBody(
                sha256,
                2_500_000,
                "image/jpeg",
                10,
                10,
                new AssetId(asset),
                null,
                null,
                null,
                OffsetDateTime.parse("2026-11-20T08:00:00+08:00"),
                null,
                laptop.user(),
                "同事manager",
                null);
        Map<String, Object> fields = new LinkedHashMap<>();
        Laptop.node(body).properties().forEach(property -> fields.put(property.getKey(), property.getValue()));
        assertThat(laptop.push(
                        laptop.createAsset(asset, Map.of()),
                        laptop.op(OpKind.PHOTO_ATTACH, RecordType.PHOTO, server.ids.next(), 0, Laptop.created(fields))))
                .allMatch(result -> result.status() == OpStatus.APPLIED);
        server.clock.advance(Duration.ofDays(3));
        assertThat(printed())
                .contains("共 1 张")
                .contains("测试笔记本（同事manager，" + laptop.device() + "）")
                .contains("abababababab  2.5 MB  已等 3 天");
    }
}
