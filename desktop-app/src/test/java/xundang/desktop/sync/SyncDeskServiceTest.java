package xundang.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static xundang.desktop.sync.TestLedger.id;
import static xundang.desktop.sync.TestLedger.node;
import static xundang.desktop.sync.TestLedger.set;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import xundang.desktop.platform.db.LocalChange;
import xundang.desktop.sync.SyncDesk.ConflictCard;
import xundang.desktop.sync.SyncDesk.Refused;
import xundang.model.account.Role;
import xundang.model.account.UserId;
import xundang.model.id.Uuid7Source;
import xundang.model.json.ModelJson;
import xundang.model.sync.Change;
import xundang.model.sync.ChangePage;
import xundang.model.sync.FeedCursor;
import xundang.model.sync.FieldChange;
import xundang.model.sync.Limits;
import xundang.model.sync.Op;
import xundang.model.sync.OpResult;
import xundang.model.sync.OpStatus;
import xundang.model.sync.Problem;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;

class SyncDeskServiceTest {
    private static final Instant CONTACT = Instant.parse("2026-11-21T02:42:00Z");
    private static final Limits LIMITS = new Limits(500, 512 * 1024, 2000);
    private static final Problem SCRAPPED =
            new Problem("urn:xundang:problem:example", "Scrapped", 422, "该设备已报废。", "E-SYNC-214", null);
    private static final Problem WITH_GROUP =
            new Problem("urn:xundang:problem:group-refused", "Group refused", 422, "同一次提交中的另一项没有通过。", "E-OP-424", null);

    @TempDir
    Path temp;

    private TestLedger ledger;
    private SyncDeskService desk;
    private final Map<RecordKey, List<RecordPhotos.Taken>> photos = new HashMap<>();
    private long fed;

    @BeforeEach
    void open() throws IOException {
        ledger = new TestLedger(temp);
        sit(TestLedger.ZHANG, Role.INSPECTOR);
        feed("asset", 1, Map.of("asset_no", "UPS-000001", "name", "主机", "category", "ups_host", "room", "B203"));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void sit(UserId user, Role role) {
        Clock clock = Clock.fixed(TestLedger.NOW, ZoneOffset.ofHours(8));
        desk = new SyncDeskService(
                ledger.database,
                ledger.stores,
                (tx, about) -> photos.getOrDefault(about, List.of()),
                new SyncDeskService.Person(user, role),
                clock,
                new Uuid7Source(
                        clock, RandomGeneratorFactory.of("L64X128MixRandom").create(++fed)));
    }

    private void feed(String type, long record, Map<String, ?> fields) {
        Map<String, JsonNode> json = new LinkedHashMap<>();
        fields.forEach((name, value) -> json.put(name, ModelJson.mapper().valueToTree(value)));
        Change change =
                new Change(++fed, Change.ChangeOp.PUT, new RecordType(type), id(record), TestLedger.SITE, fed, json);
        ledger.database.inTransaction(tx -> {
            ledger.stores.feed().take(tx, new ChangePage(List.of(change), new FeedCursor("c" + fed), true, fed));
            return true;
        });
    }

    /** Numbers what waits and lets the server answer it, in order, as the test says. */
    private void answer(OpStatus status, Problem... problems) {
        List<LocalChange> numbers = ledger.read(tx -> ledger.stores.sends().plan(tx, ledger.user, LIMITS));
        numbers.forEach(ledger.database::commit);
        List<Op> sent = ledger.read(tx -> ledger.stores.sends().batch(tx, ledger.user, LIMITS));
        List<OpResult> results = IntStream.range(0, sent.size())
                .mapToObj(index -> new OpResult(
                        sent.get(index).opSeq(),
                        status,
                        status == OpStatus.REJECTED ? 0 : 1,
                        List.of(),
                        problems.length == 0 ? null : problems[Math.min(index, problems.length - 1)]))
                .toList();
        ledger.database.inTransaction(tx -> {
            ledger.stores.marks().contact(tx, CONTACT, 0);
            return ledger.stores.answers().record(tx, sent, results);
        });
    }

    private UUID refuseRoom() {
        OutboxOp op = ledger.op("asset.patch", 1, set("room", "B203", "B205"));
        ledger.queue(op);
        answer(OpStatus.REJECTED, SCRAPPED);
        return op.opId();
    }

    private Map<String, Object> conflict(String state) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", "edit");
        fields.put("rec_type", "asset");
        fields.put("rec_id", id(1).toString());
        fields.put("asset_id", id(1).toString());
        fields.put("field", "room");
        fields.put("base", "B203");
        fields.put("server", "B204");
        fields.put("server_rev", 2);
        fields.put("client", "B205");
        fields.put("op_id", new UUID(ledger.opIds, 1).toString());
        fields.put("user_id", TestLedger.ZHANG.toString());
        fields.put("user_name", "示例员丙");
        fields.put("at", "2026-11-20T10:05:00+08:00");
        fields.put("server_user_name", "示例员乙");
        fields.put("server_at", "2026-11-20T11:30:00+08:00");
        fields.put("state", state);
        return fields;
    }

    private void disputeRoom() {
        ledger.queue(ledger.op("asset.patch", 1, set("room", "B203", "B205")));
        answer(OpStatus.CONFLICT);
        feed("conflict", 9, conflict("open"));
    }

    private int attention() {
        return ledger.read(tx -> ledger.stores.subjects().counts(tx).attention());
    }

    @Test
    void aRefusedChangeIsShownWithTheServersReasonAndItsContent() {
        UUID op = refuseRoom();
        Refused refused = desk.refused().getFirst();
        assertThat(refused.opId()).isEqualTo(op);
        assertThat(refused.title()).isEqualTo("UPS-000001 主机");
        assertThat(refused.category()).isEqualTo("ups_host");
        assertThat(refused.problem()).isEqualTo(SCRAPPED);
        assertThat(refused.set()).isEqualTo(set("room", "B203", "B205"));
        assertThat(refused.own()).isTrue();
        assertThat(refused.held()).isFalse();
    }

    @Test
    void sendingAgainQueuesANewOpThatStartsFromTheServersPresentValue() {
        UUID old = refuseRoom();
        feed("asset", 1, Map.of("asset_no", "UPS-000001", "name", "主机", "category", "ups_host", "room", "B210"));
        UUID again = desk.sendAgain(old, Map.of("room", node("B206")));
        assertThat(again).isNotEqualTo(old);
        assertThat(desk.refused()).isEmpty();
        assertThat(ledger.seen("asset", 1).orElseThrow()).containsEntry("room", "B206");
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.QUEUED);
        answer(OpStatus.REJECTED, SCRAPPED);
        assertThat(desk.refused())
                .extracting(Refused::opId, Refused::set)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(again, set("room", "B210", "B206")));
    }

    @Test
    void afterSendingAgainTheRefusalNoLongerCallsForAPerson() {
        desk.sendAgain(refuseRoom(), Map.of("room", node("B206")));
        assertThat(attention()).isZero();
        answer(OpStatus.APPLIED);
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
    }

    @Test
    void whatWasPutAsideLeavesTheListAndStaysInTheArchive() {
        UUID op = refuseRoom();
        desk.setAside(op);
        assertThat(desk.refused()).isEmpty();
        assertThat(attention()).isZero();
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.SAVED_HERE);
        assertThat(ledger.<Boolean>read(tx -> ledger.stores.subjects().isSettled(tx, id(1))))
                .as("the journal keeps it")
                .isFalse();
        assertThatThrownBy(() -> desk.sendAgain(op, Map.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void decisionsSurviveTheLossOfTheDatabase() throws IOException {
        UUID op = refuseRoom();
        desk.setAside(op);
        ledger.loseDatabase();
        sit(TestLedger.ZHANG, Role.INSPECTOR);
        answer(OpStatus.REJECTED, SCRAPPED);
        assertThat(desk.refused()).isEmpty();
    }

    @Test
    void sendingAgainSurvivesTheLossOfTheDatabaseWithTheSameOp() throws IOException {
        UUID again = desk.sendAgain(refuseRoom(), Map.of("room", node("B206")));
        ledger.loseDatabase();
        sit(TestLedger.ZHANG, Role.INSPECTOR);
        answer(OpStatus.REJECTED, SCRAPPED);
        assertThat(desk.refused()).extracting(Refused::opId).containsExactly(again);
    }

    @Test
    void nobodySendsAnotherPersonsWorkAgain() {
        UUID op = refuseRoom();
        sit(TestLedger.LI, Role.INSPECTOR);
        assertThat(desk.refused().getFirst().own()).isFalse();
        assertThatThrownBy(() -> desk.sendAgain(op, Map.of("room", node("B206"))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(desk.refused()).hasSize(1);
    }

    @Test
    void aRefusedGroupIsOneEntryAndGoesAgainTogether() {
        OutboxOp inspection =
                TestLedger.grouped(ledger.op("inspection.create", 2, set("asset_id", null, id(1).toString())), 7, 2);
        OutboxOp photo = TestLedger.grouped(ledger.photo(3, new byte[] {1, 2, 3}), 7, 2);
        ledger.queue(inspection, photo);
        answer(OpStatus.REJECTED, SCRAPPED, WITH_GROUP);
        Refused refused = desk.refused().getFirst();
        assertThat(desk.refused()).hasSize(1);
        assertThat(refused.together()).isEqualTo(1);
        assertThat(refused.title()).isEqualTo("UPS-000001 主机");

        desk.sendAgain(
                refused.opId(), Map.of("asset_id", refused.set().get("asset_id").to()));
        answer(OpStatus.APPLIED);
        assertThat(desk.refused()).isEmpty();
        assertThat(ledger.stateOf(2)).as("its picture still waits").isEqualTo(RecordSyncState.SENT);
    }

    @Test
    void aFieldThatWasGivenUpIsNoLongerShownOfARefusedCreation() {
        Map<String, FieldChange> fields = new LinkedHashMap<>(set("name", null, "新主机"));
        fields.putAll(set("room", null, "B301"));
        OutboxOp op = ledger.op("asset.create", 5, fields);
        ledger.queue(op);
        answer(OpStatus.REJECTED, SCRAPPED);
        assertThat(ledger.seen("asset", 5)).as("the only copy").isPresent();
        desk.sendAgain(op.opId(), Map.of("name", node("新主机")));
        assertThat(ledger.seen("asset", 5).orElseThrow()).containsOnlyKeys("name");
    }

    @Test
    void aConflictIsACardWithBothValuesAndTheirAuthors() {
        disputeRoom();
        ConflictCard card = desk.conflicts().getFirst();
        assertThat(card.kind()).isEqualTo(ConflictCard.Kind.EDIT);
        assertThat(card.title()).isEqualTo("UPS-000001 主机");
        assertThat(card.base()).isEqualTo(node("B203"));
        assertThat(card.server()).isEqualTo(node("B204"));
        assertThat(card.client()).isEqualTo(node("B205"));
        assertThat(card.ledgerSide().person()).isEqualTo("示例员乙");
        assertThat(card.authorSide().person()).isEqualTo("示例员丙");
        assertThat(card.own()).isTrue();
        assertThat(card.maySettle()).isFalse();
        assertThat(attention()).isEqualTo(1);
    }

    @Test
    void theAuthorMayGiveWayButNotHaveTheirWay() {
        disputeRoom();
        assertThatThrownBy(() -> desk.settle(id(9), node("B205"))).isInstanceOf(IllegalStateException.class);
        desk.settle(id(9), node("B204"));
        ConflictCard card = desk.conflicts().getFirst();
        assertThat(card.pending()).isTrue();
        assertThat(card.open()).isTrue();
        assertThat(card.resolution()).isEqualTo(node("B204"));
        assertThat(attention()).isZero();
    }

    @Test
    void someoneElseWithoutTheRoleMayDecideNothing() {
        disputeRoom();
        sit(TestLedger.LI, Role.INSPECTOR);
        assertThatThrownBy(() -> desk.settle(id(9), node("B204"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anAssetManagerSettlesWithAThirdValueOnce() {
        disputeRoom();
        sit(TestLedger.LI, Role.ASSET_MANAGER);
        desk.settle(id(9), node("B207"));
        assertThatThrownBy(() -> desk.settle(id(9), node("B208"))).isInstanceOf(IllegalStateException.class);
        Map<String, Object> settled = conflict("settled");
        settled.put("resolution", "B207");
        ledger.user = TestLedger.LI;
        answer(OpStatus.APPLIED);
        feed("conflict", 9, settled);
        ConflictCard card = desk.conflicts().getFirst();
        assertThat(card.open()).isFalse();
        assertThat(card.pending()).isFalse();
        assertThat(card.resolution()).isEqualTo(node("B207"));
        assertThat(ledger.stateOf(1)).as("the op that opened it is done").isEqualTo(RecordSyncState.HELD_BY_SERVER);
    }

    @Test
    void aRefusedDecisionOpensTheCardAgain() {
        disputeRoom();
        desk.settle(id(9), node("B204"));
        answer(OpStatus.REJECTED, SCRAPPED);
        assertThat(desk.conflicts().getFirst().mayGiveWay()).isTrue();
        assertThat(desk.refused()).hasSize(1);
    }

    @Test
    void openConflictsStandBeforeSettledOnes() {
        disputeRoom();
        feed("conflict", 10, conflict("settled"));
        feed("conflict", 11, conflict("open"));
        assertThat(desk.conflicts()).extracting(ConflictCard::id).containsExactly(id(11), id(9), id(10));
        assertThat(ledger.<List<ConflictCard>>read(tx -> desk.openAbout(tx, id(1))))
                .extracting(ConflictCard::id)
                .containsExactly(id(11), id(9));
    }

    @Test
    void aConflictOfAnUnknownKindIsShownButNotSettledHere() {
        Map<String, Object> strange = conflict("open");
        strange.put("kind", "quantum");
        feed("conflict", 9, strange);
        sit(TestLedger.LI, Role.ASSET_MANAGER);
        assertThat(desk.conflicts().getFirst().kind()).isEqualTo(ConflictCard.Kind.OTHER);
        assertThat(desk.conflicts().getFirst().mayDecide()).isFalse();
    }

    @Test
    void aDoubleNumberNamesTheOtherObject() {
        feed("asset", 2, Map.of("asset_no", "UPS-000002", "name", "另一台", "category", "ups_host"));
        Map<String, Object> twice = conflict("open");
        twice.put("kind", "duplicate");
        twice.put("server", id(2).toString());
        feed("conflict", 9, twice);
        assertThat(desk.conflicts().getFirst().otherTitle()).isEqualTo("UPS-000002 另一台");
    }

    @Test
    void aReceiptCountsWhatTheServerHoldsAndWhatNot() {
        OutboxOp inspection = ledger.op("inspection.create", 2, set("asset_id", null, id(1).toString()));
        OutboxOp first = TestLedger.grouped(ledger.photo(3, new byte[] {1}), 7, 2);
        OutboxOp second = TestLedger.grouped(ledger.photo(4, new byte[] {2}), 7, 2);
        ledger.queue(TestLedger.grouped(inspection, 7, 2), first, second);
        assertThat(desk.receipts(10)).isEmpty();
        answer(OpStatus.APPLIED);
        ledger.database.inTransaction(tx -> {
            ledger.stores
                    .uploads()
                    .stored(tx, List.of(first.set().get("sha256").to().asString()));
            return true;
        });
        SyncDesk.Receipt receipt = desk.receipts(10).getFirst();
        assertThat(receipt).isEqualTo(new SyncDesk.Receipt(id(2), "UPS-000001 主机", 1, 2, 1, CONTACT));
        assertThat(receipt.complete()).isFalse();
    }

    @Test
    void theQueueLeavesOutWhatWasPutAside() {
        desk.setAside(refuseRoom());
        assertThat(ledger.<List<?>>read(tx -> ledger.stores.subjects().lines(tx, 10)))
                .isEmpty();
    }
}
