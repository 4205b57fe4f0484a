package xundang.server.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;
import xundang.model.sync.Change;
import xundang.model.sync.Op;
import xundang.model.sync.OpKind;
import xundang.model.sync.OpResult;
import xundang.model.sync.OpStatus;
import xundang.model.sync.RecordType;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** One op that cannot be read stops no other, is answered, and its content is kept. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class BadOpTest {
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

    /** The answer to an op that was spoilt on its way, between two good ones. */
    private OpResult between(Consumer<ObjectNode> spoil) {
        Op before = laptop.createAsset(server.ids.next(), Map.of());
        ObjectNode bad = Laptop.raw(laptop.createAsset(server.ids.next(), Map.of()));
        spoil.accept(bad);
        Op after = laptop.createAsset(server.ids.next(), Map.of());
        List<OpResult> results = laptop.pushRaw(Laptop.raw(before), bad, Laptop.raw(after));
        assertThat(results.get(0).status()).isEqualTo(OpStatus.APPLIED);
        assertThat(results.get(2).status()).isEqualTo(OpStatus.APPLIED);
        assertThat(laptop.pull()).extracting(Change::id).containsExactly(before.recId(), after.recId());
        assertThat(laptop.hello().lastOpSeqSeen()).isEqualTo(3);
        return results.get(1);
    }

    private void isRejected(Consumer<ObjectNode> spoil) {
        OpResult result = between(spoil);
        assertThat(result.status()).isEqualTo(OpStatus.REJECTED);
        assertThat(result.problem().code()).isEqualTo("E-OP-422");
        assertThat(result.problem().detail()).contains("没有保存到台账");
    }

    private void isHeld(Consumer<ObjectNode> spoil) {
        OpResult result = between(spoil);
        assertThat(result.status()).isEqualTo(OpStatus.HELD);
        assertThat(server.graph().database().read(server.graph().ledger()::held))
                .hasSize(1);
    }

    @Test
    void aKindThatIsNoneIsRejected() {
        isRejected(op -> op.put("kind", "DROP TABLE account"));
    }

    @Test
    void aMissingKindIsRejected() {
        isRejected(op -> op.remove("kind"));
    }

    @Test
    void aRecordTypeThatIsNoneIsRejected() {
        isRejected(op -> op.put("recType", "../asset"));
    }

    @Test
    void aMissingRecordIdIsRejected() {
        isRejected(op -> op.remove("recId"));
    }

    @Test
    void aNonsenseRecordIdIsRejected() {
        isRejected(op -> op.put("recId", "not-a-uuid"));
    }

    @Test
    void aSetThatIsAListIsRejected() {
        isRejected(op -> op.set("set", op.arrayNode()));
    }

    @Test
    void aChangeThatIsANumberIsRejected() {
        isRejected(op -> ((ObjectNode) op.get("set")).put("name", 5));
    }

    @Test
    void aTimeThatIsNoneIsRejected() {
        isRejected(op -> op.put("at", "yesterday"));
    }

    @Test
    void aMissingAuthorIsRejected() {
        isRejected(op -> op.remove("userId"));
    }

    @Test
    void aVersionThatIsATextIsRejected() {
        isRejected(op -> op.put("v", "one"));
    }

    @Test
    void aNumberThatWouldFillTheMemoryIsJustAValue() {
        OpResult result = between(op -> {
            op.put("kind", "future.thing");
            op.put("huge", new java.math.BigDecimal("1e999999999"));
        });
        assertThat(result.status()).isEqualTo(OpStatus.HELD);
    }

    @Test
    void halfACharacterDoesNotStopThePush() {
        isRejected(op -> op.put("recType", "\ud83d"));
    }

    @Test
    void anUnknownKindIsHeldWhole() {
        isHeld(op -> op.put("kind", "fault.close").put("unknown_to_this_server", "kept"));
        assertThat(server.graph()
                        .database()
                        .read(server.graph().ledger()::held)
                        .getFirst()
                        .body())
                .contains("unknown_to_this_server");
    }

    @Test
    void anUnknownRecordTypeIsHeld() {
        isHeld(op -> op.put("recType", "work_order"));
    }

    @Test
    void aNewerVersionOfAnyShapeIsHeld() {
        isHeld(op -> op.put("v", 2).put("set", "a shape of tomorrow"));
    }

    @Test
    void aBadOpTakesItsGroupWithItAndNothingElse() {
        var group = server.ids.next();
        Op good = laptop.grouped(
                group,
                OpKind.ASSET_CREATE,
                RecordType.ASSET,
                server.ids.next(),
                Laptop.created(Map.of("asset_no", "A1", "category", "ups_host", "name", "甲")));
        ObjectNode bad =
                Laptop.raw(laptop.grouped(group, OpKind.ASSET_CREATE, RecordType.ASSET, server.ids.next(), Map.of()));
        bad.put("kind", 7);
        Op after = laptop.createAsset(server.ids.next(), Map.of());
        List<OpResult> results = laptop.pushRaw(Laptop.raw(good), bad, Laptop.raw(after));
        assertThat(results)
                .extracting(OpResult::status)
                .containsExactly(OpStatus.REJECTED, OpStatus.REJECTED, OpStatus.APPLIED);
        assertThat(results.getFirst().problem().type()).endsWith(":group-refused");
        assertThat(laptop.pull()).extracting(Change::id).containsExactly(after.recId());
    }

    @Test
    void aBadOpThatComesAgainGetsTheSameAnswerAndOtherContentIsFound() {
        ObjectNode bad = Laptop.raw(laptop.createAsset(server.ids.next(), Map.of()));
        bad.put("recId", "nonsense").put("extra", 1);
        OpResult first = laptop.pushRaw(bad).getFirst();
        assertThat(laptop.pushRaw(bad).getFirst()).isEqualTo(first);
        bad.put("extra", 2);
        assertThat(laptop.pushRaw(bad).getFirst().problem().type()).endsWith(":op-mismatch");
    }

    @Test
    void aFieldThatTheServerDoesNotKnowBelongsToTheContentToo() {
        ObjectNode op = Laptop.raw(laptop.createAsset(server.ids.next(), Map.of()));
        op.put("from_a_newer_client", "a");
        assertThat(laptop.pushRaw(op).getFirst().status()).isEqualTo(OpStatus.APPLIED);
        op.put("from_a_newer_client", "b");
        assertThat(laptop.pushRaw(op).getFirst().problem().type()).endsWith(":op-mismatch");
    }
}
