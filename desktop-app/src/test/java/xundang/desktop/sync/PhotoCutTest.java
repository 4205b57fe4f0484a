package xundang.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static xundang.desktop.sync.TestLedger.set;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.desktop.sync.http.HttpEnrolmentClient;
import xundang.desktop.sync.http.HttpSyncApi;
import xundang.model.account.Role;
import xundang.model.id.Uuid7Source;
import xundang.model.json.ModelJson;
import xundang.model.sync.EnrolRequest;
import xundang.model.sync.EnrolResponse;
import xundang.model.sync.FieldChange;
import xundang.server.app.ServerConfig;
import xundang.server.app.XundangServer;
import xundang.server.auth.AccountService.NewAccount;
import xundang.server.auth.PasswordHasher;

/** A network that is cut at two hundred random points of the pictures' way. */
class PhotoCutTest {
    private static final StopSign GO = RecordsSyncTest.sign(false);
    private static final int CUTS = 200;
    private static final int MEAN_DISTANCE = 100_000;
    private static final int PICTURE = 3_000_000;
    private static final int PICTURES = 12;
    private static final int MAX_ROUNDS = 2_000;

    /** What a request carries beside the picture's bytes, generously. */
    private static final int HEAD_BYTES = 2_000;

    @TempDir
    Path temp;

    private XundangServer server;
    private EnrolResponse enrolment;
    private TestLedger ledger;

    @BeforeEach
    void start() throws Exception {
        Clock clock = Clock.systemUTC();
        server = XundangServer.start(
                ServerConfig.of(temp.resolve("server")).withPort(0).withPasswordCost(new PasswordHasher.Cost(64, 1, 1)),
                clock,
                new Uuid7Source(clock, new SecureRandom()));
        String password = "correct horse battery";
        server.graph().accounts().add(new NewAccount("zhang", "示例员丙", Role.ASSET_MANAGER, password, Set.of("*")));
        String code = server.graph().devices().issueCode("zhang");
        enrolment = new HttpEnrolmentClient().enrol(server.url(), new EnrolRequest("zhang", password, code, "笔记本"));
        ledger = new TestLedger(temp.resolve("laptop"));
        ledger.user = enrolment.userId();
        ledger.device = enrolment.deviceId();
    }

    @AfterEach
    void stop() {
        ledger.close();
        server.close();
    }

    @Test
    void twoHundredCutsCostLessThanOnePieceEach() throws Exception {
        Map<String, byte[]> pictures = queuePictures();
        try (CuttingWire wire = new CuttingWire(server.port())) {
            HttpSyncApi api = new HttpSyncApi(wire.url(), enrolment::token);
            SyncEngine engine = ledger.engine(api);
            int rounds = 0;
            while (!(engine.round(GO) instanceof RoundOutcome.Done) || waiting() > 0) {
                assertThat(++rounds).isLessThan(MAX_ROUNDS);
            }
            assertThat(wire.cuts).isEqualTo(CUTS);
            long twice = wire.carried - (long) PICTURES * PICTURE;
            assertThat(twice).isLessThan((long) CUTS * PhotoUploader.CHUNK_BYTES + (long) wire.requests() * HEAD_BYTES);
        }
        HttpSyncApi direct = new HttpSyncApi(server.url(), enrolment::token);
        pictures.forEach((sha256, bytes) ->
                assertThat(direct.blob(sha256, 0, bytes.length).bytes()).isEqualTo(bytes));
    }

    private int waiting() {
        return ledger.read(tx -> ledger.stores.subjects().counts(tx)).photos();
    }

    private Map<String, byte[]> queuePictures() {
        Map<String, FieldChange> asset = new LinkedHashMap<>(set("asset_no", null, "UPS-000001"));
        asset.putAll(set("category", null, "ups_host"));
        asset.putAll(set("name", null, "UPS主机"));
        ledger.queue(ledger.op("asset.create", 1, asset));
        Random random = new Random(31);
        Map<String, byte[]> pictures = new HashMap<>();
        for (int i = 0; i < PICTURES; i++) {
            byte[] picture = new byte[PICTURE];
            random.nextBytes(picture);
            pictures.put(PhotoFetcher.hash(picture), picture);
            Map<String, FieldChange> fields =
                    new LinkedHashMap<>(ledger.photo(2 + i, picture).set());
            Map.of(
                            "width",
                            8,
                            "height",
                            8,
                            "asset_id",
                            TestLedger.id(1).toString(),
                            "added_at",
                            "2026-11-21T10:00:00+08:00",
                            "person_id",
                            enrolment.userId().toString(),
                            "person_name",
                            "示例员丙")
                    .forEach((field, value) -> fields.put(
                            field, new FieldChange(null, ModelJson.mapper().valueToTree(value))));
            ledger.queue(ledger.op("photo.attach", 2 + i, fields));
        }
        return pictures;
    }

    /** Carries bytes both ways and cuts the connection after a random number of bytes towards the server, two hundred times. */
    private static final class CuttingWire implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final int target;
        private final Random random = new Random(37);
        private long left = MEAN_DISTANCE;
        private long carried;
        private int cuts;
        private int connections;
        private int answers;

        CuttingWire(int target) throws IOException {
            this.target = target;
            Thread.ofVirtual().start(this::accept);
        }

        String url() {
            return "http://127.0.0.1:" + socket.getLocalPort();
        }

        synchronized int requests() {
            return connections + answers;
        }

        private void accept() {
            while (!socket.isClosed()) {
                try {
                    Socket laptop = socket.accept();
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                    synchronized (this) {
                        connections++;
                    }
                    Thread.ofVirtual().start(() -> pump(laptop, server, true));
                    Thread.ofVirtual().start(() -> pump(server, laptop, false));
                } catch (IOException e) {
                    if (!socket.isClosed()) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        }

        private void pump(Socket from, Socket to, boolean towardsServer) {
            byte[] buffer = new byte[16 * 1024];
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    int passes = towardsServer ? allowed(read) : answered(read);
                    out.write(buffer, 0, passes);
                    if (passes < read) {
                        return;
                    }
                }
            } catch (IOException ignored) {
                // The other side went away; closing both is what a network does then.
                return;
            }
        }

        /** Everything that the laptop sent counts, also what the cut kept from arriving. */
        private synchronized int allowed(int read) {
            carried += read;
            left -= read;
            if (left >= 0 || cuts == CUTS) {
                return read;
            }
            int passes = (int) (read + left);
            cuts++;
            left = random.nextInt(1, 2 * MEAN_DISTANCE);
            return passes;
        }

        private synchronized int answered(int read) {
            answers++;
            return read;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
