package xundang.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static xundang.desktop.sync.TestLedger.id;
import static xundang.desktop.sync.TestLedger.set;
import static xundang.desktop.sync.sim.Violation.Invariant.A;
import static xundang.desktop.sync.sim.Violation.Invariant.B;
import static xundang.desktop.sync.sim.Violation.Invariant.C;
import static xundang.desktop.sync.sim.Violation.Invariant.E;
import static xundang.desktop.sync.sim.Violation.Invariant.F;
import static xundang.desktop.sync.sim.Violation.Invariant.H;
import static xundang.desktop.sync.sim.Violation.Invariant.I;
import static xundang.desktop.sync.sim.Violation.Invariant.J;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.desktop.session.EnrolmentFailed;
import xundang.desktop.sync.http.HttpEnrolmentClient;
import xundang.desktop.sync.http.HttpSyncApi;
import xundang.desktop.sync.sim.Keeps;
import xundang.desktop.testing.ServerProcess;
import xundang.model.account.Role;
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

/** Faults that also stand the test of real processes and real sockets; the others of them are in {@link TwoClientsOneServerTest}. */
class RealFaultTest {
    private static final StopSign GO = RecordsSyncTest.sign(false);
    private static final String PASSWORD = "correct horse battery";
    private static final int OBJECTS = 12;

    @TempDir
    Path temp;

    private final List<AutoCloseable> open = new ArrayList<>();
    private XundangServer server;

    /** A person's enrolment of one laptop. */
    private record Laptop(TestLedger ledger, EnrolResponse enrolment) {
        HttpSyncApi api(String url) {
            return new HttpSyncApi(url, enrolment::token);
        }

        RoundOutcome round(String url) {
            return ledger.engine(api(url)).round(GO);
        }

        void done(String url) {
            assertThat(round(url)).isInstanceOf(RoundOutcome.Done.class);
        }

        int assets() {
            return ledger.<List<Records.Seen>>read(tx -> ledger.stores.records().all(tx, RecordType.ASSET))
                    .size();
        }
    }

    @BeforeEach
    void start() {
        startServer();
        server.graph().accounts().add(new NewAccount("zhang", "示例员丙", Role.ASSET_MANAGER, PASSWORD, Set.of("*")));
        server.graph().accounts().add(new NewAccount("li", "示例员乙", Role.ASSET_MANAGER, PASSWORD, Set.of("*")));
    }

    private void startServer() {
        Clock clock = Clock.systemUTC();
        server = XundangServer.start(
                ServerConfig.of(temp.resolve("server")).withPort(0).withPasswordCost(new PasswordHasher.Cost(64, 1, 1)),
                clock,
                new Uuid7Source(clock, new SecureRandom()));
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        server.close();
    }

    private EnrolResponse enrol(String login) throws EnrolmentFailed {
        String code = server.graph().devices().issueCode(login);
        return new HttpEnrolmentClient().enrol(server.url(), new EnrolRequest(login, PASSWORD, code, "笔记本"));
    }

    private Laptop laptop(String login) throws IOException, EnrolmentFailed {
        return laptop(enrol(login), temp.resolve(login));
    }

    private Laptop laptop(EnrolResponse enrolment, Path folder) throws IOException {
        TestLedger ledger = new TestLedger(folder);
        ledger.user = enrolment.userId();
        ledger.device = enrolment.deviceId();
        ledger.opIds += open.size();
        open.add(ledger);
        return new Laptop(ledger, enrolment);
    }

    private static void queueAsset(Laptop laptop, long number) {
        Map<String, FieldChange> set = new LinkedHashMap<>(set("asset_no", null, "UPS-%06d".formatted(number)));
        set.putAll(set("category", null, "ups_host"));
        set.putAll(set("name", null, "UPS主机"));
        laptop.ledger().queue(laptop.ledger().op("asset.create", number, set));
    }

    private static void queueAssets(Laptop laptop, long first) {
        for (long number = first; number < first + OBJECTS; number++) {
            queueAsset(laptop, number);
        }
    }

    /** A round whose request is cut after so many bytes. */
    private RoundOutcome cutRound(Laptop laptop, String request, int after) throws IOException {
        try (CuttingProxy proxy = new CuttingProxy(server.port())) {
            proxy.cutRequest(request, after);
            RoundOutcome outcome = laptop.round(proxy.url());
            assertThat(proxy.hasSwallowed()).isTrue();
            return outcome;
        }
    }

    /** The program of an enrolled person, in a process of its own. */
    private static Process child(String what, Path folder, EnrolResponse enrolment, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dlogback.configurationFile=logback-kill.xml",
                "-Dorg.jooq.no-logo=true",
                "-Dorg.jooq.no-tips=true",
                "-cp",
                System.getProperty("java.class.path"),
                SavingChild.class.getName()));
        command.addAll(List.of(
                what,
                folder.toString(),
                enrolment.userId().toString(),
                enrolment.deviceId().toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void kill(Process process) throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Test
    @Keeps(
            fault = 1,
            value = {A, B})
    void fault01_whatAKilledProgramAcknowledgedArrivesOnce() throws Exception {
        EnrolResponse enrolment = enrol("zhang");
        Path folder = temp.resolve("zhang");
        Process program = child("save", folder, enrolment);
        long acknowledged = 0;
        try (BufferedReader out = program.inputReader(StandardCharsets.UTF_8)) {
            while (acknowledged < OBJECTS) {
                acknowledged = Long.parseLong(out.readLine());
            }
            kill(program);
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                acknowledged = Math.max(acknowledged, Long.parseLong(line));
            }
        }
        Laptop again = laptop(enrolment, folder);
        again.done(server.url());
        again.done(server.url());
        Laptop other = laptop("li");
        other.done(server.url());
        for (long number = 1; number <= acknowledged; number++) {
            assertThat(other.ledger().seen("asset", number))
                    .as("object %d", number)
                    .isPresent();
        }
        assertThat((long) other.assets()).isBetween(acknowledged, acknowledged + 1);
        for (Records.Seen seen : other.ledger()
                .<List<Records.Seen>>read(tx -> other.ledger().stores.records().all(tx, RecordType.ASSET))) {
            assertThat(other.ledger()
                            .<Long>read(tx -> other.ledger()
                                    .stores
                                    .records()
                                    .rev(tx, new xundang.model.sync.RecordKey(RecordType.ASSET, seen.id()))))
                    .isEqualTo(1);
        }
    }

    @Test
    @Keeps(fault = 3, value = A)
    void fault03_whatAServerAnsweredJustBeforeItWasKilledIsThere() throws Exception {
        Laptop a = laptop("zhang");
        Laptop b = laptop("li");
        server.close();
        queueAsset(a, 1);
        try (ServerProcess process = new ServerProcess(temp.resolve("server"))) {
            SmallBatches killing = new SmallBatches(a.api(process.url()), 500, () -> {});
            SyncApi api = AfterPush.of(killing, process::kill);
            assertThat(a.ledger().engine(api).round(GO)).isInstanceOf(RoundOutcome.Failed.class);
        }
        startServer();
        b.done(server.url());
        assertThat(b.ledger().seen("asset", 1)).isPresent();
    }

    @Test
    @Keeps(
            fault = 6,
            value = {B, F})
    void fault06_aPushCutInItsBodyIsTakenWholeOrNotAtAll() throws Exception {
        Laptop a = laptop("zhang");
        Laptop b = laptop("li");
        queueAssets(a, 1);
        for (int after : List.of(1, 100, 300)) {
            assertThat(cutRound(a, "POST /v1/sync/push", after)).isInstanceOf(RoundOutcome.Failed.class);
            b.done(server.url());
            assertThat(b.assets()).isZero();
        }
        a.done(server.url());
        b.done(server.url());
        assertThat(b.assets()).isEqualTo(OBJECTS);
    }

    @Test
    @Keeps(
            fault = 9,
            value = {C, E})
    void fault09_aProgramKilledWhileItTakesPagesMissesNothing() throws Exception {
        Laptop a = laptop("zhang");
        EnrolResponse enrolment = enrol("li");
        Path folder = temp.resolve("li");
        Random random = new Random(9);
        for (int time = 0; time < 3; time++) {
            queueAssets(a, time * 100L + 1);
            a.done(server.url());
            Process program = child("pull", folder, enrolment, server.url(), enrolment.token());
            try (BufferedReader out = program.inputReader(StandardCharsets.UTF_8)) {
                assertThat(out.readLine()).isEqualTo("READY");
                Thread.sleep(random.nextInt(150));
                kill(program);
            }
        }
        Laptop b = laptop(enrolment, folder);
        b.done(server.url());
        assertThat(b.assets()).isEqualTo(3 * OBJECTS);
    }

    @Test
    @Keeps(
            fault = 17,
            value = {A, B, C})
    void fault17_aServerWhoseFolderIsPutBackToYesterdayGetsBackWhatLaptopsHold() throws Exception {
        Laptop a = laptop("zhang");
        Laptop b = laptop("li");
        queueAsset(a, 1);
        a.done(server.url());
        b.done(server.url());
        server.close();
        copy(temp.resolve("server"), temp.resolve("yesterday"));
        startServer();
        queueAsset(a, 2);
        queueAsset(b, 3);
        a.done(server.url());
        b.done(server.url());
        server.close();
        delete(temp.resolve("server"));
        copy(temp.resolve("yesterday"), temp.resolve("server"));
        startServer();
        for (int round = 0; round < 2; round++) {
            a.done(server.url());
            b.done(server.url());
        }
        a.done(server.url());
        for (Laptop each : List.of(a, b)) {
            assertThat(each.assets()).isEqualTo(3);
            assertThat(each.ledger().stateOf(2)).isIn(RecordSyncState.HELD_BY_SERVER, RecordSyncState.SAVED_HERE);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    @Keeps(
            fault = 20,
            value = {I, J})
    void fault20_aScopeRevokedWithWorkPendingLeavesTheWorkRefusedAndTheRestGone() throws Exception {
        Laptop a = laptop("zhang");
        queueAsset(a, 1);
        a.done(server.url());
        queueAsset(a, 2);
        server.graph()
                .database()
                .inTransaction(tx -> tx.dsl()
                        .execute(
                                "delete from account_scope where account_id = ?",
                                a.enrolment().userId().value()));
        a.round(server.url());
        a.done(server.url());
        assertThat(a.ledger().stateOf(2)).isEqualTo(RecordSyncState.NEEDS_ATTENTION);
        assertThat(a.ledger().seen("asset", 2)).isPresent();
    }

    @Test
    @Keeps(
            fault = 24,
            value = {H, B})
    void fault24_aPhotoCutAtManyPlacesArrivesOnceAndWhole() throws Exception {
        Laptop a = laptop("zhang");
        Laptop b = laptop("li");
        queueAsset(a, 1);
        List<byte[]> pictures = new ArrayList<>();
        for (int after : List.of(1, 4_096, 70_000, 200_000)) {
            byte[] picture = new byte[PhotoUploader.CHUNK_BYTES + after];
            new Random(after).nextBytes(picture);
            pictures.add(picture);
            long record = 1L + pictures.size();
            OutboxOp photo = a.ledger().photo(record, picture);
            a.ledger().queue(a.ledger().op("photo.attach", record, photoOf(a, photo.set())));
            cutRound(a, "PATCH /v1/uploads", after);
        }
        a.round(server.url());
        a.done(server.url());
        b.done(server.url());
        for (int i = 0; i < pictures.size(); i++) {
            byte[] picture = pictures.get(i);
            assertThat(a.ledger().stateOf(2L + i)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
            String sha256 = b.ledger().seen("photo", 2L + i).orElseThrow().get("sha256");
            assertThat(b.api(server.url()).blob(sha256, 0, picture.length).bytes())
                    .isEqualTo(picture);
        }
    }

    private static Map<String, FieldChange> photoOf(Laptop laptop, Map<String, FieldChange> bytes) {
        Map<String, FieldChange> set = new LinkedHashMap<>(bytes);
        Map.of(
                        "width",
                        8,
                        "height",
                        8,
                        "asset_id",
                        id(1).toString(),
                        "added_at",
                        "2026-11-21T10:00:00+08:00",
                        "person_id",
                        laptop.enrolment().userId().toString(),
                        "person_name",
                        "示例员丙")
                .forEach((field, value) ->
                        set.put(field, new FieldChange(null, ModelJson.mapper().valueToTree(value))));
        return set;
    }
}
