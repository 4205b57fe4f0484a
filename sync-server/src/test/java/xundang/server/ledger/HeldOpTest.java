package xundang.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import xundang.model.account.Role;
import xundang.model.json.ModelJson;
import xundang.model.sync.OpResult;
import xundang.model.sync.OpStatus;
import xundang.model.sync.PushResponse;
import xundang.server.admin.AdminCommand;
import xundang.server.auth.Principal;
import xundang.server.feed.FeedDao;
import xundang.server.push.HeldOpService;
import xundang.server.push.PushBody;
import xundang.server.push.PushService;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** Ops of other versions: older ones are brought up to date, newer ones wait and find their way after an upgrade. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class HeldOpTest {
    /** Version 1 called the name a title. */
    private static final class TitleBecameName implements UpcastStep {
        @Override
        public String kind() {
            return "asset.create";
        }

        @Override
        public int from() {
            return 1;
        }

        @Override
        public ObjectNode apply(ObjectNode op) {
            ObjectNode set = (ObjectNode) op.get("set");
            if (set.has("title")) {
                set.set("name", set.remove("title"));
            }
            return op;
        }
    }

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

    /** The same data under a server whose current version is 2. */
    private LedgerService upgraded() {
        return new LedgerService(
                server.clock, server.ids, category -> true, List.of(), new Upcaster(2, List.of(new TitleBecameName())));
    }

    private ObjectNode create(UUID id, int version) {
        ObjectNode op = Laptop.raw(laptop.createAsset(id, Map.of()));
        op.put("v", version);
        if (version == 1) {
            ObjectNode set = (ObjectNode) op.get("set");
            set.set("title", set.remove("name"));
        }
        return op;
    }

    private PushResponse pushTo(LedgerService ledger, JsonNode... ops) {
        PushService push = new PushService(server.graph().database(), ledger, new FeedDao(), 60);
        Principal principal = new Principal(
                laptop.user(), laptop.device(), "manager", "同事", Role.ASSET_MANAGER, new Scopes(true, Set.of()), false);
        Map<String, Object> message = Map.of("sessionNonce", laptop.hello().sessionNonce(), "ops", List.of(ops));
        return push.push(principal, PushBody.of(ModelJson.mapper().writeValueAsBytes(message)));
    }

    @Test
    void anOutboxOfTheOldVersionLandsAfterTheUpgrade() {
        UUID old = server.ids.next();
        UUID fresh = server.ids.next();
        PushResponse response = pushTo(upgraded(), create(old, 1), create(fresh, 2));
        assertThat(response.results()).extracting(OpResult::status).containsOnly(OpStatus.APPLIED);
        assertThat(laptop.seen(old).f().get("name")).isEqualTo(Laptop.node("UPS主机"));
        assertThat(laptop.seen(old).f()).doesNotContainKey("title");
        assertThat(laptop.seen(fresh).f().get("name")).isEqualTo(Laptop.node("UPS主机"));
    }

    @Test
    void anUpcastOpThatComesAgainGetsTheFirstAnswer() {
        ObjectNode op = create(server.ids.next(), 1);
        PushResponse first = pushTo(upgraded(), op);
        assertThat(pushTo(upgraded(), op)).isEqualTo(first);
    }

    @Test
    void whatWasHeldIsAppliedAfterTheUpgrade() {
        UUID id = server.ids.next();
        ObjectNode op = create(id, 2);
        assertThat(laptop.pushRaw(op).getFirst().status()).isEqualTo(OpStatus.HELD);
        assertThat(laptop.pull()).isEmpty();
        HeldOpService today =
                new HeldOpService(server.graph().database(), server.graph().ledger());
        assertThat(today.retry())
                .singleElement()
                .satisfies(retried -> assertThat(retried.done()).isFalse());
        HeldOpService tomorrow = new HeldOpService(server.graph().database(), upgraded());
        assertThat(tomorrow.retry())
                .singleElement()
                .satisfies(retried -> assertThat(retried.done()).isTrue());
        assertThat(tomorrow.list()).isEmpty();
        assertThat(laptop.seen(id).f().get("name")).isEqualTo(Laptop.node("UPS主机"));
        assertThat(laptop.pushRaw(op).getFirst().status()).isEqualTo(OpStatus.APPLIED);
        assertThat(laptop.seen(id).rev()).isEqualTo(1);
    }

    @Test
    void whatIsRefusedOnRetryStaysHeldWithItsReason() {
        ObjectNode op = create(server.ids.next(), 2);
        ((ObjectNode) op.get("set")).put("name", 5);
        laptop.pushRaw(op);
        HeldOpService tomorrow = new HeldOpService(server.graph().database(), upgraded());
        assertThat(tomorrow.retry()).singleElement().satisfies(retried -> {
            assertThat(retried.done()).isFalse();
            assertThat(retried.reason().orElseThrow()).isNotBlank();
        });
        assertThat(tomorrow.list()).hasSize(1);
    }

    @Test
    void anAdministratorSeesWhatIsHeld() {
        laptop.pushRaw(create(server.ids.next(), 2));
        assertThat(server.graph().admin().run(new AdminCommand.ListHeld()).text())
                .contains("manager", "asset.create", "v2", "共 1 项");
        assertThat(server.graph().admin().run(new AdminCommand.RetryHeld()).done())
                .isFalse();
    }

    @Test
    void twoStepsForOneVersionAreAMistakeOfTheProgram() {
        assertThatThrownBy(() -> new Upcaster(2, List.of(new TitleBecameName(), new TitleBecameName())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Upcaster(1, List.of(new TitleBecameName())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
