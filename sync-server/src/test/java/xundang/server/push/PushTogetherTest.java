package xundang.server.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import xundang.model.sync.Op;
import xundang.model.sync.OpKind;
import xundang.model.sync.OpResult;
import xundang.model.sync.OpStatus;
import xundang.model.sync.RecordType;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** Ops of one push whose rows wait for each other, among ops that read or undo. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class PushTogetherTest {
    @Parameter
    DatabaseKind kind;

    @TempDir
    Path folder;

    private TestServer server;
    private Laptop laptop;
    private UUID asset;

    @BeforeEach
    void start() {
        server = new TestServer(folder, kind);
        laptop = server.manager();
        asset = server.ids.next();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void refusedNeighboursTakeNoWaitingRecordWithThem() {
        UUID first = server.ids.next();
        UUID last = server.ids.next();
        UUID nowhere = server.ids.next();
        List<OpResult> results = laptop.push(
                laptop.createAsset(asset, Map.of()),
                photo(first, asset, Map.of()),
                photo(server.ids.next(), asset, Map.of("mime", "image/gif")),
                laptop.patchAsset(nowhere, 1, "name", "甲", "乙"),
                photo(last, asset, Map.of()));
        assertThat(results)
                .extracting(OpResult::status)
                .containsExactly(
                        OpStatus.APPLIED, OpStatus.APPLIED, OpStatus.REJECTED, OpStatus.REJECTED, OpStatus.APPLIED);
        assertThat(laptop.pull()).extracting(change -> change.id()).containsExactlyInAnyOrder(asset, first, last);
    }

    @Test
    void aWaitingRecordFollowsItsObjectThatMovesInTheSamePush() {
        UUID site = server.ids.next();
        UUID photo = server.ids.next();
        laptop.push(
                laptop.createAsset(asset, Map.of()),
                laptop.createSite(site, "A"),
                photo(photo, asset, Map.of()),
                laptop.patchAsset(asset, 1, "site_id", null, site.toString()));
        assertThat(laptop.seen(photo).scope()).isEqualTo(site.toString());
    }

    @Test
    void theSameRecordTwiceInOnePushIsKeptOnce() {
        UUID photo = server.ids.next();
        List<OpResult> results = laptop.push(
                laptop.createAsset(asset, Map.of()),
                photo(photo, asset, Map.of()),
                photo(photo, asset, Map.of()),
                photo(photo, asset, Map.of("mime", "image/png")));
        assertThat(results)
                .extracting(OpResult::status)
                .containsExactly(OpStatus.APPLIED, OpStatus.APPLIED, OpStatus.NOOP, OpStatus.REJECTED);
    }

    @Test
    void aRepeatedOpWhoseValuesStandInItsRecordGetsTheFirstAnswer() {
        Op create = laptop.createAsset(asset, Map.of());
        Op attach = photo(server.ids.next(), asset, Map.of());
        List<OpResult> first = laptop.push(create, attach);
        assertThat(laptop.push(create, attach)).isEqualTo(first);
    }

    private Op photo(UUID id, UUID of, Map<String, String> other) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "asset_id",
                of.toString(),
                "sha256",
                "a".repeat(64),
                "size",
                1000,
                "mime",
                "image/jpeg",
                "width",
                4,
                "height",
                3,
                "added_at",
                "2026-08-03T14:05:00+08:00",
                "person_id",
                laptop.user().toString(),
                "person_name",
                "同事manager"));
        fields.putAll(other);
        return laptop.op(OpKind.PHOTO_ATTACH, RecordType.PHOTO, id, 0, Laptop.created(fields));
    }
}
