package xundang.server.testing;

import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import xundang.model.account.Role;
import xundang.model.id.IdSource;
import xundang.model.id.Uuid7Source;
import xundang.model.sync.EnrolRequest;
import xundang.model.sync.EnrolResponse;
import xundang.model.sync.Paths;
import xundang.server.app.ServerConfig;
import xundang.server.app.ServerGraph;
import xundang.server.app.XundangServer;
import xundang.server.auth.AccountService.NewAccount;
import xundang.server.auth.PasswordHasher;

/** A server on a free port with a movable clock; it can be stopped and started again on the same data. */
public final class TestServer implements AutoCloseable {
    public static final String PASSWORD = "correct horse battery";

    public final MovableClock clock = new MovableClock();
    public final IdSource ids = new Uuid7Source(clock, new Random(7));
    private final ServerConfig config;
    private XundangServer server;

    public TestServer(Path data, DatabaseKind kind) {
        config = ServerConfig.of(data)
                .withPort(0)
                .withDatabaseUrl(kind.freshUrl().orElse(null))
                .withPasswordCost(new PasswordHasher.Cost(64, 1, 1));
        server = XundangServer.start(config, clock, ids);
    }

    public ServerConfig config() {
        return config;
    }

    public ServerGraph graph() {
        return server.graph();
    }

    public XundangServer running() {
        return server;
    }

    public String url() {
        return server.url();
    }

    public void restart() {
        server.close();
        start();
    }

    /** Starts it again after {@link #close}. */
    public void start() {
        server = XundangServer.start(config, clock, ids);
    }

    public Http http() {
        return new Http(url());
    }

    /** A person with access to those sites. */
    public void person(String login, Role role, String... scopes) {
        graph().accounts().add(new NewAccount(login, "同事" + login, role, PASSWORD, Set.of(scopes)));
    }

    /** A newly enrolled laptop of that person, after its first hello. */
    public Laptop laptop(String login) {
        String code = graph().devices().issueCode(login);
        Http.Answer answer = http().post(Paths.ENROL, new EnrolRequest(login, PASSWORD, code, "测试笔记本"));
        return new Laptop(this, answer.expect(200).as(EnrolResponse.class));
    }

    /** An asset manager's laptop with access to everything. */
    public Laptop manager() {
        person("manager", Role.ASSET_MANAGER, "*");
        return laptop("manager");
    }

    @Override
    public void close() {
        server.close();
    }
}
