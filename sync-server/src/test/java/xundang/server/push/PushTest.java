package xundang.server.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
import xundang.model.account.DeviceId;
import xundang.model.account.Role;
import xundang.model.sync.Change;
import xundang.model.sync.Op;
import xundang.model.sync.OpKind;
import xundang.model.sync.OpResult;
import xundang.model.sync.OpStatus;
import xundang.model.sync.Paths;
import xundang.model.sync.PushRequest;
import xundang.model.sync.PushResponse;
import xundang.model.sync.RecordType;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Http;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** Taking ops in exactly once. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class PushTest {
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
    void aRepeatedPushIsAppliedOnceAndAnsweredTheSame() {
        Op create = laptop.createAsset(server.ids.next(), Map.of());
        PushResponse first = laptop.tryPush(create).expect(200).as(PushResponse.class);
        PushResponse again = laptop.tryPush(create).expect(200).as(PushResponse.class);
        assertThat(again).isEqualTo(first);
        assertThat(first.results()).extracting(OpResult::status).containsExactly(OpStatus.APPLIED);
        assertThat(laptop.pull()).extracting(Change::rev).containsExactly(1L);
    }

    @Test
    void aPushThatIsRepeatedAfterARestartGetsTheFirstAnswer() {
        Op create = laptop.createAsset(server.ids.next(), Map.of());
        PushRequest request = laptop.pushRequest(create);
        PushResponse first = laptop.post(Paths.PUSH, request).expect(200).as(PushResponse.class);
        server.restart();
        assertThat(laptop.post(Paths.PUSH, request).expect(200).as(PushResponse.class))
                .isEqualTo(first);
    }

    @Test
    void aRepeatedPushMayBringNewOpsAlong() {
        UUID id = server.ids.next();
        Op create = laptop.createAsset(id, Map.of());
        laptop.push(create);
        List<OpResult> results = laptop.push(create, laptop.patchAsset(id, 1, "name", "UPS主机", "一号UPS"));
        assertThat(results).extracting(OpResult::rev).containsExactly(1L, 2L);
    }

    @Test
    void aGapIsAnsweredWithTheExpectedNumberAndNothingIsKept() {
        laptop.push(laptop.createAsset(server.ids.next(), Map.of()));
        laptop.skipNumber();
        Http.Answer answer = laptop.tryPush(laptop.createAsset(server.ids.next(), Map.of()));
        assertThat(answer.expect(409).problemName()).isEqualTo("op-seq-gap");
        assertThat(answer.problem().expected()).isEqualTo(2L);
        assertThat(laptop.pull()).hasSize(1);
    }

    @Test
    void aKnownOpWithOtherContentIsRejectedAndTheFirstStays() {
        UUID id = server.ids.next();
        Op create = laptop.createAsset(id, Map.of("name", "甲"));
        laptop.push(create);
        Op forged = new Op(
                create.opId(),
                create.opSeq(),
                null,
                create.kind(),
                1,
                create.recType(),
                id,
                0,
                Laptop.created(Map.of("name", "乙")),
                create.at(),
                0,
                create.userId());
        List<OpResult> results = laptop.push(forged);
        assertThat(results.getFirst().status()).isEqualTo(OpStatus.REJECTED);
        assertThat(results.getFirst().problem().type()).endsWith(":op-mismatch");
        assertThat(laptop.pull().getFirst().f().get("name").stringValue()).isEqualTo("甲");
    }

    @Test
    void aKnownOpUnderANewNumberAnswersTheStoredResultAndUsesTheNumber() {
        Op create = laptop.createAsset(server.ids.next(), Map.of());
        OpResult first = laptop.push(create).getFirst();
        Op rebuilt = new Op(
                create.opId(),
                1,
                null,
                create.kind(),
                1,
                create.recType(),
                create.recId(),
                0,
                create.set(),
                create.at(),
                create.clockOffsetMs(),
                create.userId());
        laptop.helloAs(new DeviceId(server.ids.next()));
        PushResponse answer = laptop.tryPush(rebuilt).expect(200).as(PushResponse.class);
        assertThat(answer.results()).containsExactly(first);
        assertThat(answer.lastOpSeqSeen()).isEqualTo(1);
        assertThat(laptop.hello().lastOpSeqSeen()).isEqualTo(1);
        assertThat(laptop.pull()).hasSize(1);
    }

    @Test
    void aGroupIsAppliedTogetherOrNotAtAll() {
        UUID group = server.ids.next();
        Op good = laptop.grouped(
                group,
                OpKind.ASSET_CREATE,
                RecordType.ASSET,
                server.ids.next(),
                Laptop.created(Map.of("asset_no", "A1", "category", "ups_host", "name", "甲")));
        Op bad = laptop.grouped(
                group,
                OpKind.ASSET_CREATE,
                RecordType.ASSET,
                server.ids.next(),
                Laptop.created(Map.of("asset_no", "A2", "category", "no_such_thing", "name", "乙")));
        Op after = laptop.createAsset(server.ids.next(), Map.of());
        List<OpResult> results = laptop.push(good, bad, after);
        assertThat(results)
                .extracting(OpResult::status)
                .containsExactly(OpStatus.REJECTED, OpStatus.REJECTED, OpStatus.APPLIED);
        assertThat(results.get(0).problem().type()).endsWith(":group-refused");
        assertThat(results.get(1).problem().type()).endsWith(":op-invalid");
        assertThat(laptop.pull()).extracting(Change::id).containsExactly(after.recId());
    }

    @Test
    void anOpThatCanNeverWorkUsesItsNumberAndTheNextOneGoesOn() {
        Op poison = laptop.op(
                OpKind.ASSET_CREATE, RecordType.ASSET, server.ids.next(), 0, Laptop.created(Map.of("name", "")));
        Op fine = laptop.createAsset(server.ids.next(), Map.of());
        PushResponse response = laptop.tryPush(poison, fine).expect(200).as(PushResponse.class);
        assertThat(response.results())
                .extracting(OpResult::status)
                .containsExactly(OpStatus.REJECTED, OpStatus.APPLIED);
        assertThat(response.lastOpSeqSeen()).isEqualTo(2);
    }

    @Test
    void anOpOfAnUnknownKindIsHeldAndKept() {
        Op future = laptop.op(new OpKind("fault.close"), new RecordType("fault"), server.ids.next(), 0, Map.of());
        OpResult result = laptop.push(future).getFirst();
        assertThat(result.status()).isEqualTo(OpStatus.HELD);
        assertThat(result.problem().code()).isEqualTo("E-OP-480");
    }

    @Test
    void anotherPersonsOpIsNeverTakenUnderMyName() {
        server.person("other", Role.ASSET_MANAGER, "*");
        Op foreign = server.laptop("other").createAsset(server.ids.next(), Map.of());
        assertThat(laptop.tryPush(foreign).expect(403).problemName()).isEqualTo("foreign-user");
        assertThat(laptop.pull()).isEmpty();
    }

    @Test
    void aPushUnderAnOldSessionIsRefused() {
        Op op = laptop.createAsset(server.ids.next(), Map.of());
        PushRequest old = laptop.pushRequest(op);
        laptop.hello();
        assertThat(laptop.post(Paths.PUSH, old).expect(409).problemName()).isEqualTo("session-stale");
        assertThat(laptop.push(op).getFirst().status()).isEqualTo(OpStatus.APPLIED);
    }

    @Test
    void aCopiedLaptopThatUsesATakenNumberIsToldSoAndLosesNothing() {
        laptop.push(laptop.createAsset(server.ids.next(), Map.of()));
        laptop.nextNumber(1);
        Op ofTheCopy = laptop.createAsset(server.ids.next(), Map.of());
        assertThat(laptop.tryPush(ofTheCopy).expect(409).problemName()).isEqualTo("device-cloned");
        laptop.helloAs(new DeviceId(server.ids.next()));
        assertThat(laptop.push(ofTheCopy).getFirst().status()).isEqualTo(OpStatus.APPLIED);
    }

    @Test
    void anInspectorMayNotCreateAssets() {
        server.person("inspector", Role.INSPECTOR, "*");
        Laptop inspector = server.laptop("inspector");
        OpResult result = inspector
                .push(inspector.createAsset(server.ids.next(), Map.of()))
                .getFirst();
        assertThat(result.problem().code()).isEqualTo("E-OP-403");
    }

    @Test
    void anInspectionOrPhotoWithoutItsFieldsIsRejectedByItself() {
        server.person("inspector", Role.INSPECTOR, "*");
        Laptop inspector = server.laptop("inspector");
        Op inspection = inspector.op(OpKind.INSPECTION_CREATE, RecordType.INSPECTION, server.ids.next(), 0, Map.of());
        Op photo = inspector.op(
                OpKind.PHOTO_ATTACH,
                RecordType.PHOTO,
                server.ids.next(),
                0,
                Laptop.created(Map.of("asset_id", server.ids.next().toString())));
        assertThat(inspector.push(inspection, photo))
                .allSatisfy(result -> assertThat(result.problem().type()).endsWith(":op-invalid"));
    }
}
