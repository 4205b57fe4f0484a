package xundang.bench;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import xundang.desktop.sync.http.HttpSyncApi;
import xundang.model.account.Role;
import xundang.model.id.Uuid7Source;
import xundang.model.json.ModelJson;
import xundang.model.sync.EnrolResponse;
import xundang.model.sync.FieldChange;
import xundang.model.sync.OpKind;
import xundang.model.sync.RecordType;
import xundang.server.app.ServerConfig;
import xundang.server.app.XundangServer;
import xundang.server.auth.AccountService.NewAccount;
import xundang.server.auth.DeviceService;
import xundang.server.auth.PasswordHasher;

/** The real server in this process, on a free loopback port, with one inspected object (marked 示例) in its ledger. */
final class BenchServer implements AutoCloseable {
    private static final String PASSWORD = "correct horse battery";

    final Uuid7Source ids = new Uuid7Source(Clock.systemUTC(), new SecureRandom());
    final UUID asset = ids.next();
    final XundangServer running;
    private final Path data;

    BenchServer(Path data) throws Exception {
        this.data = data;
        running = XundangServer.start(
                ServerConfig.of(data).withPort(0).withPasswordCost(new PasswordHasher.Cost(64, 1, 1)),
                Clock.systemUTC(),
                ids);
        running.graph().accounts().add(new NewAccount("owner", "示例管理员", Role.ASSET_MANAGER, PASSWORD, Set.of("*")));
        BenchLaptop owner = laptop("owner");
        owner.push(List.of(owner.op(
                new OpKind("asset.create"),
                RecordType.ASSET,
                asset,
                null,
                set(Map.of("asset_no", "UPS-000001", "category", "ups_host", "name", "示例主机", "sample", true)))));
    }

    /** The file of its database, without {@code .mv.db}; within this process it can be opened beside the server. */
    Path database() {
        return data.resolve("ledger");
    }

    /** A person who inspects, with access to everything. */
    void inspector(String login) {
        running.graph().accounts().add(new NewAccount(login, "示例员" + login, Role.INSPECTOR, PASSWORD, Set.of("*")));
    }

    /** A newly enrolled laptop after its first hello. */
    BenchLaptop laptop(String login) {
        EnrolResponse enrolment = enrol(login);
        return new BenchLaptop(this, enrolment, new HttpSyncApi(running.url(), enrolment::token));
    }

    /** Enrols beside HTTP, where enrolments are few a minute by design. */
    EnrolResponse enrol(String login) {
        var devices = running.graph().devices();
        var account = running.graph().accounts().find(login).orElseThrow();
        if (!(devices.enrol(account, devices.issueCode(login), "示例笔记本")
                instanceof DeviceService.Enrolment.Enrolled enrolled)) {
            throw new IllegalStateException("not enrolled: " + login);
        }
        return new EnrolResponse(
                enrolled.device(), account.id(), account.name(), account.role(), "XD01", "示例台账", enrolled.token());
    }

    static Map<String, FieldChange> set(Map<String, ?> fields) {
        Map<String, JsonNode> json = ModelJson.mapper().convertValue(fields, new TypeReference<>() {});
        Map<String, FieldChange> set = new java.util.LinkedHashMap<>();
        json.forEach((name, value) -> set.put(name, new FieldChange(null, value)));
        return set;
    }

    static OffsetDateTime at() {
        return OffsetDateTime.parse("2026-08-03T14:05:00+08:00");
    }

    @Override
    public void close() {
        running.close();
    }
}
