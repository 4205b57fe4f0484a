package xundang.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static xundang.desktop.sync.TestLedger.id;
import static xundang.desktop.sync.TestLedger.set;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.desktop.platform.tasks.DirectBackgroundTasks;
import xundang.desktop.session.EnrolOutcome;
import xundang.desktop.session.EnrolmentFailed;
import xundang.desktop.sync.http.HttpEnrolmentClient;
import xundang.desktop.sync.http.HttpSyncApi;
import xundang.desktop.sync.sim.Keeps;
import xundang.desktop.sync.sim.Violation.Invariant;
import xundang.desktop.testing.ServerProcess;
import xundang.model.account.DeviceId;
import xundang.model.account.Role;
import xundang.model.account.UserId;
import xundang.model.id.Uuid7Source;
import xundang.model.json.ModelJson;
import xundang.model.sync.EnrolRequest;
import xundang.model.sync.EnrolResponse;
import xundang.model.sync.FieldChange;
import xundang.model.sync.RecordType;
import xundang.server.app.ServerConfig;
import xundang.server.app.XundangServer;
import xundang.server.auth.AccountService.NewAccount;
import xundang.server.auth.PasswordHasher;

/** Two laptops and the real server over real sockets, with the network and the server failing at bad moments. */
class TwoClientsOneServerTest {
    private static final StopSign GO = RecordsSyncTest.sign(false);
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    Path temp;

    private final List<AutoCloseable> open = new ArrayList<>();
    private XundangServer server;
    private Client a;
    private Client b;

    /** A laptop with its enrolment. */
    private record Client(TestLedger ledger, EnrolResponse enrolment) {
        RoundOutcome round(String url) {
            return ledger.engine(api(url)).round(GO);
        }

        void done(String url) {
            assertThat(round(url)).isInstanceOf(RoundOutcome.Done.class);
        }

        HttpSyncApi api(String url) {
            return new HttpSyncApi(url, enrolment::token);
        }

        Map<String, FieldChange> photoOf(long asset, Map<String, FieldChange> bytes) {
            Map<String, FieldChange> set = new LinkedHashMap<>(bytes);
            Map.of(
                            "width",
                            8,
                            "height",
                            8,
                            "asset_id",
                            id(asset).toString(),
                            "added_at",
                            "2026-11-21T10:00:00+08:00",
                            "person_id",
                            enrolment.userId().toString(),
                            "person_name",
                            "示例员丙")
                    .forEach((field, value) -> set.put(
                            field, new FieldChange(null, ModelJson.mapper().valueToTree(value))));
            return set;
        }

        void queueAsset(long number) {
            Map<String, FieldChange> set = new LinkedHashMap<>(set("asset_no", null, "UPS-%06d".formatted(number)));
            set.putAll(set("category", null, "ups_host"));
            set.putAll(set("name", null, "UPS主机"));
            ledger.queue(ledger.op("asset.create", number, set));
        }
    }

    @BeforeEach
    void start() throws Exception {
        startServer();
        server.graph().accounts().add(new NewAccount("zhang", "示例员丙", Role.ASSET_MANAGER, PASSWORD, Set.of("*")));
        server.graph().accounts().add(new NewAccount("li", "示例员乙", Role.ASSET_MANAGER, PASSWORD, Set.of("*")));
        a = client("zhang");
        b = client("li");
    }

    private void startServer() {
        Clock clock = Clock.systemUTC();
        server = XundangServer.start(
                ServerConfig.of(temp.resolve("server")).withPort(0).withPasswordCost(new PasswordHasher.Cost(64, 1, 1)),
                clock,
                new Uuid7Source(clock, new SecureRandom()));
    }

    private Client client(String login) throws IOException, EnrolmentFailed {
        String code = server.graph().devices().issueCode(login);
        EnrolResponse enrolment =
                new HttpEnrolmentClient().enrol(server.url(), new EnrolRequest(login, PASSWORD, code, "笔记本 " + login));
        TestLedger ledger = new TestLedger(temp.resolve(login));
        ledger.user = enrolment.userId();
        ledger.device = enrolment.deviceId();
        ledger.opIds += open.size();
        open.add(ledger);
        return new Client(ledger, enrolment);
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        server.close();
    }

    private static int assets(Client client) {
        return client.ledger()
                .<List<Records.Seen>>read(tx -> client.ledger().stores.records().all(tx, RecordType.ASSET))
                .size();
    }

    @Test
    void whatOneLaptopSubmitsWithAPhotoTheOtherReceivesByteForByte() {
        byte[] picture = new byte[PhotoUploader.CHUNK_BYTES * 2 + 99];
        new Random(5).nextBytes(picture);
        a.queueAsset(1);
        OutboxOp photo = a.ledger().photo(2, picture);
        a.ledger().queue(a.ledger().op("photo.attach", 2, a.photoOf(1, photo.set())));
        a.done(server.url());
        assertThat(a.ledger().stateOf(1)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
        assertThat(a.ledger().stateOf(2)).isEqualTo(RecordSyncState.HELD_BY_SERVER);

        b.done(server.url());
        assertThat(b.ledger().seen("asset", 1))
                .hasValueSatisfying(fields -> assertThat(fields).containsEntry("asset_no", "UPS-000001"));
        String sha256 = b.ledger().seen("photo", 2).orElseThrow().get("sha256");
        PhotoFetcher fetcher = new PhotoFetcher(
                b.api(server.url()),
                new StoreSteps(b.ledger().database, new DirectBackgroundTasks()),
                b.ledger().photos,
                new DirectBackgroundTasks());
        assertThat(PhotoSyncTest.fetched(fetcher, sha256)).isEqualTo(PhotoFetcher.Outcome.HERE);
        assertThat(b.ledger().photos.kept.get(sha256)).isEqualTo(picture);
    }

    @Test
    void twoPeopleOnOneLaptopEachSendTheirOwnWorkAndNothingIsLostOrMixed() throws Exception {
        TestLedger laptop = a.ledger();
        UserId zhang = laptop.user;
        DeviceId ofZhang = laptop.device;
        String code = server.graph().devices().issueCode("li");
        EnrolResponse li =
                new HttpEnrolmentClient().enrol(server.url(), new EnrolRequest("li", PASSWORD, code, "笔记本 zhang"));
        Client liHere = new Client(laptop, li);
        a.queueAsset(1);
        a.done(server.url());
        a.queueAsset(2);
        laptop.user = li.userId();
        laptop.device = li.deviceId();
        liHere.queueAsset(3);
        liHere.queueAsset(4);
        liHere.done(server.url());
        assertThat(laptop.stateOf(3)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
        assertThat(laptop.stateOf(2)).as("zhang's work waits for zhang").isEqualTo(RecordSyncState.QUEUED);

        laptop.user = zhang;
        laptop.device = ofZhang;
        a.queueAsset(5);
        a.done(server.url());
        laptop.loseDatabase();
        a.done(server.url());
        laptop.user = li.userId();
        laptop.device = li.deviceId();
        liHere.queueAsset(6);
        liHere.done(server.url());
        b.done(server.url());
        assertThat(assets(b)).isEqualTo(6);
        for (long i = 1; i <= 6; i++) {
            long asset = i;
            assertThat(laptop.stateOf(i)).as("asset %d", i).isEqualTo(RecordSyncState.HELD_BY_SERVER);
            assertThat(b.ledger().<Long>read(tx -> b.ledger().stores.records().rev(tx, TestLedger.key("asset", asset))))
                    .as("asset %d was written once", i)
                    .isEqualTo(1);
        }
    }

    @Test
    void twoChangesOfDifferentFieldsMergeAndOfTheSameFieldBecomeAConflictForBoth() {
        a.queueAsset(1);
        a.done(server.url());
        b.done(server.url());
        a.ledger().queue(a.ledger().op("asset.patch", 1, set("room", null, "B203")));
        b.ledger().queue(b.ledger().op("asset.patch", 1, set("keeper", null, "示例员乙")));
        a.done(server.url());
        b.done(server.url());
        a.done(server.url());
        assertThat(a.ledger().seen("asset", 1)).isEqualTo(b.ledger().seen("asset", 1));
        assertThat(a.ledger().seen("asset", 1).orElseThrow())
                .containsEntry("room", "B203")
                .containsEntry("keeper", "示例员乙");

        a.ledger().queue(a.ledger().op("asset.patch", 1, set("room", "B203", "B204")));
        b.ledger().queue(b.ledger().op("asset.patch", 1, set("room", "B203", "B205")));
        a.done(server.url());
        b.done(server.url());
        a.done(server.url());
        assertThat(b.ledger().seen("asset", 1).orElseThrow()).containsEntry("room", "B204");
        assertThat(b.ledger().stateOf(1)).isEqualTo(RecordSyncState.NEEDS_ATTENTION);
        for (Client each : List.of(a, b)) {
            List<Records.Seen> conflicts =
                    each.ledger().read(tx -> each.ledger().stores.records().all(tx, RecordType.CONFLICT));
            assertThat(conflicts).hasSize(1);
        }
    }

    @Test
    @Keeps(fault = 4, value = Invariant.B)
    void fault04_anAnswerLostAfterTheCommitAppliesTheOpsOnce() throws IOException {
        try (CuttingProxy proxy = new CuttingProxy(server.port())) {
            a.queueAsset(1);
            a.queueAsset(2);
            proxy.swallowAnswerTo("POST /v1/sync/push");
            assertThat(a.round(proxy.url())).isEqualTo(new RoundOutcome.Failed(new SyncFault.NoAnswer(false)));
            assertThat(proxy.hasSwallowed()).isTrue();
            assertThat(a.ledger().stateOf(1)).isEqualTo(RecordSyncState.SENT);
            a.done(proxy.url());
        }
        assertThat(a.ledger().stateOf(2)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
        b.done(server.url());
        assertThat(assets(b)).isEqualTo(2);
        assertThat(b.ledger().<Long>read(tx -> b.ledger().stores.records().rev(tx, TestLedger.key("asset", 1))))
                .isEqualTo(1);
    }

    @Test
    void aLaptopRebuiltFromItsJournalAfterALostAnswerAppliesTheOpsOnce() throws IOException {
        try (CuttingProxy proxy = new CuttingProxy(server.port())) {
            a.queueAsset(1);
            proxy.swallowAnswerTo("POST /v1/sync/push");
            a.round(proxy.url());
        }
        a.ledger().loseDatabase();
        a.done(server.url());
        assertThat(a.ledger().stateOf(1)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
        b.done(server.url());
        assertThat(assets(b)).isEqualTo(1);
    }

    @Test
    void aRebuiltLaptopWhoseJournalForgotItsNumbersStillSendsNewWork() throws IOException {
        a.queueAsset(1);
        a.done(server.url());
        a.ledger().database.forgetSettled(a.ledger().stores.subjects());
        a.ledger().loseDatabase();
        a.queueAsset(2);
        a.done(server.url());
        assertThat(a.ledger().stateOf(2)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
        assertThat(assets(a)).isEqualTo(2);
    }

    @Test
    @Keeps(fault = 24, value = Invariant.H)
    void fault24_aPhotoWhoseAnswerIsLostInTheMiddleArrivesOnce() throws IOException {
        byte[] picture = new byte[PhotoUploader.CHUNK_BYTES * 3];
        new Random(6).nextBytes(picture);
        a.queueAsset(1);
        OutboxOp photo = a.ledger().photo(2, picture);
        a.ledger().queue(a.ledger().op("photo.attach", 2, a.photoOf(1, photo.set())));
        try (CuttingProxy proxy = new CuttingProxy(server.port())) {
            proxy.swallowAnswerTo("PATCH /v1/uploads");
            a.done(proxy.url());
            assertThat(proxy.hasSwallowed()).isTrue();
        }
        assertThat(a.ledger().stateOf(2)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
    }

    @Test
    @Keeps(fault = 3, value = Invariant.A)
    void fault03_aServerKilledWhileOpsArriveLosesAndDoublesNothing() throws Exception {
        server.close();
        int ops = 60;
        for (long i = 1; i <= ops; i++) {
            a.queueAsset(i);
        }
        Random random = new Random(11);
        for (int round = 0; round < 2; round++) {
            try (ServerProcess process = new ServerProcess(temp.resolve("server"))) {
                AtomicInteger answers = new AtomicInteger();
                int deadly = random.nextInt(1, 9);
                SmallBatches api = new SmallBatches(a.api(process.url()), 3, () -> {
                    if (answers.incrementAndGet() == deadly) {
                        process.kill();
                    }
                });
                assertThat(a.ledger().engine(api).round(GO)).isInstanceOf(RoundOutcome.Failed.class);
            }
        }
        startServer();
        a.done(server.url());
        b.done(server.url());
        assertThat(assets(b)).isEqualTo(ops);
        for (long i = 1; i <= ops; i++) {
            long asset = i;
            assertThat(a.ledger().stateOf(i)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
            assertThat(b.ledger().<Long>read(tx -> b.ledger().stores.records().rev(tx, TestLedger.key("asset", asset))))
                    .as("asset %d was written once", i)
                    .isEqualTo(1);
        }
    }

    @Test
    void withoutANetworkTheQueueStays() {
        a.queueAsset(1);
        String url = server.url();
        server.close();
        assertThat(a.round(url)).isEqualTo(new RoundOutcome.Failed(new SyncFault.NoAnswer(false)));
        assertThat(a.ledger().stateOf(1)).isEqualTo(RecordSyncState.QUEUED);
        startServer();
        a.done(server.url());
        assertThat(a.ledger().stateOf(1)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
    }

    @Test
    void aUsedEnrolmentCodeIsRefusedAsSuch() {
        String code = server.graph().devices().issueCode("zhang");
        EnrolRequest request = new EnrolRequest("zhang", PASSWORD, code, "第二台");
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(EnrolmentFailed.class, () -> {
                            new HttpEnrolmentClient().enrol(server.url(), request);
                            new HttpEnrolmentClient().enrol(server.url(), request);
                        })
                        .reason())
                .contains(EnrolOutcome.Reason.CODE_USED);
    }
}
