package xundang.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static xundang.desktop.sync.TestLedger.id;
import static xundang.desktop.sync.TestLedger.node;
import static xundang.desktop.sync.TestLedger.set;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.desktop.session.EnrolmentFailed;
import xundang.desktop.sync.SyncDesk.ConflictCard;
import xundang.desktop.sync.http.HttpEnrolmentClient;
import xundang.desktop.sync.http.HttpSyncApi;
import xundang.desktop.testing.ServerProcess;
import xundang.model.account.Role;
import xundang.model.id.IdSource;
import xundang.model.id.Uuid7Source;
import xundang.model.sync.EnrolRequest;
import xundang.model.sync.EnrolResponse;
import xundang.model.sync.FieldChange;
import xundang.server.app.ServerConfig;
import xundang.server.app.XundangServer;
import xundang.server.auth.AccountService.NewAccount;
import xundang.server.auth.PasswordHasher;

/**
 * The story of one disagreement: an inspector and an asset manager change the same field of the same object, both offline. The server is a
 * process of its own, reached over real sockets.
 */
class TwoLaptopsConflictTest {
    private static final StopSign GO = RecordsSyncTest.sign(false);
    private static final String PASSWORD = "correct horse battery";
    private static final IdSource IDS = new Uuid7Source(Clock.systemUTC(), new SecureRandom());

    @TempDir
    Path temp;

    private final List<AutoCloseable> open = new ArrayList<>();
    private String url;
    private Laptop inspector;
    private Laptop manager;

    /** A laptop, its enrolment, and who sits in front of it. */
    private record Laptop(TestLedger ledger, EnrolResponse enrolment, SyncDeskService desk) {
        void sync(String url) {
            assertThat(ledger.engine(new HttpSyncApi(url, enrolment::token)).round(GO))
                    .isInstanceOf(RoundOutcome.Done.class);
        }

        void change(String from, String to) {
            ledger.queue(ledger.op("asset.patch", 1, set("floor", from, to)));
        }

        String floor() {
            return ledger.seen("asset", 1).orElseThrow().get("floor");
        }

        ConflictCard card() {
            return desk.conflicts().getFirst();
        }

        int attention() {
            return ledger.read(tx -> ledger.stores.subjects().counts(tx).attention());
        }
    }

    @BeforeEach
    void twoLaptopsHoldTheSameObject() throws Exception {
        try (XundangServer setup = XundangServer.start(
                ServerConfig.of(temp.resolve("server")).withPort(0).withPasswordCost(new PasswordHasher.Cost(64, 1, 1)),
                Clock.systemUTC(),
                IDS)) {
            inspector = laptop(setup, "zhang", "示例巡检员", Role.INSPECTOR);
            manager = laptop(setup, "li", "示例资产管理员", Role.ASSET_MANAGER);
        }
        ServerProcess server = new ServerProcess(temp.resolve("server"));
        open.add(server);
        url = server.url();
        Map<String, FieldChange> fields = new LinkedHashMap<>(set("asset_no", null, "UPS-000013"));
        fields.putAll(set("category", null, "ups_host"));
        fields.putAll(set("name", null, "LP15-31"));
        fields.putAll(set("floor", null, "7"));
        manager.ledger().queue(manager.ledger().op("asset.create", 1, fields));
        manager.sync(url);
        inspector.sync(url);
    }

    private Laptop laptop(XundangServer setup, String login, String name, Role role)
            throws IOException, EnrolmentFailed {
        setup.graph().accounts().add(new NewAccount(login, name, role, PASSWORD, Set.of("*")));
        String code = setup.graph().devices().issueCode(login);
        EnrolResponse enrolment =
                new HttpEnrolmentClient().enrol(setup.url(), new EnrolRequest(login, PASSWORD, code, "笔记本 " + login));
        TestLedger ledger = new TestLedger(temp.resolve(login));
        ledger.user = enrolment.userId();
        ledger.device = enrolment.deviceId();
        ledger.opIds += open.size();
        open.addFirst(ledger);
        SyncDeskService desk = new SyncDeskService(
                ledger.database,
                ledger.stores,
                (tx, about) -> List.of(),
                new SyncDeskService.Person(enrolment.userId(), role),
                Clock.systemUTC(),
                IDS);
        return new Laptop(ledger, enrolment, desk);
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    /** Both change the floor; the manager's value reaches the server first. */
    private void disagree() {
        inspector.change("7", "5");
        manager.change("7", "4");
        manager.sync(url);
        inspector.sync(url);
        manager.sync(url);
    }

    @Test
    void bothSeeTheCardAndTheLedgersValueUntilSomebodyDecides() {
        disagree();
        for (Laptop each : List.of(inspector, manager)) {
            assertThat(each.floor()).isEqualTo("4");
            ConflictCard card = each.card();
            assertThat(card.kind()).isEqualTo(ConflictCard.Kind.EDIT);
            assertThat(card.title()).isEqualTo("UPS-000013 LP15-31");
            assertThat(card.field()).isEqualTo("floor");
            assertThat(card.base()).isEqualTo(node("7"));
            assertThat(card.server()).isEqualTo(node("4"));
            assertThat(card.client()).isEqualTo(node("5"));
            assertThat(card.open()).isTrue();
        }
        assertThat(inspector.card().own()).isTrue();
        assertThat(inspector.card().mayDecide()).isFalse();
        assertThat(inspector.card().mayGiveWay()).isTrue();
        assertThat(inspector.attention()).isEqualTo(1);
        assertThat(manager.card().own()).isFalse();
        assertThat(manager.card().mayDecide()).isTrue();
    }

    @Test
    void theManagersDecisionMakesBothLedgersEqualAndNobodyIsCalledAnyMore() {
        disagree();
        UUID conflict = manager.card().id();
        manager.desk().settle(conflict, node("5"));
        assertThat(manager.card().pending()).isTrue();
        manager.sync(url);
        inspector.sync(url);
        assertThat(inspector.ledger().seen("asset", 1))
                .isEqualTo(manager.ledger().seen("asset", 1));
        for (Laptop each : List.of(inspector, manager)) {
            assertThat(each.floor()).isEqualTo("5");
            assertThat(each.card().open()).isFalse();
            assertThat(each.card().pending()).isFalse();
            assertThat(each.card().resolution()).isEqualTo(node("5"));
            assertThat(each.attention()).isZero();
            assertThat(each.desk().refused()).isEmpty();
        }
        assertThat(inspector.ledger().stateOf(1)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
    }

    @Test
    void aThirdValueIsTakenOver() {
        disagree();
        manager.desk().settle(manager.card().id(), node("6"));
        manager.sync(url);
        inspector.sync(url);
        assertThat(inspector.floor()).isEqualTo("6");
        assertThat(manager.floor()).isEqualTo("6");
    }

    @Test
    void theNextChangeAfterTheDecisionIsNoConflictAgain() {
        disagree();
        manager.desk().settle(manager.card().id(), node("5"));
        manager.sync(url);
        inspector.sync(url);
        inspector.change("5", "8");
        inspector.sync(url);
        manager.sync(url);
        assertThat(manager.floor()).isEqualTo("8");
        assertThat(manager.desk().conflicts()).hasSize(1);
        assertThat(id(1)).isEqualTo(manager.card().about().id());
    }
}
