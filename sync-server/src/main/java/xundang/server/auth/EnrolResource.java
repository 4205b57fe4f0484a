package xundang.server.auth;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import xundang.model.sync.EnrolRequest;
import xundang.model.sync.EnrolResponse;
import xundang.model.sync.Paths;
import xundang.server.platform.http.HttpModule;
import xundang.server.platform.http.JsonBodies;
import xundang.server.platform.http.ProblemException;
import xundang.server.platform.http.Problems;

/** {@code POST /v1/devices/enrol}. */
public final class EnrolResource implements HttpModule {
    private static final int MAX_BODY = 8 * 1024;

    private final AccountService accounts;
    private final DeviceService devices;
    private final LedgerIdentity ledger;
    private final RequestBudget perAddress;

    public EnrolResource(
            AccountService accounts, DeviceService devices, LedgerIdentity ledger, RequestBudget perAddress) {
        this.accounts = accounts;
        this.devices = devices;
        this.ledger = ledger;
        this.perAddress = perAddress;
    }

    @Override
    public void routes(RoutesConfig routes) {
        routes.post(Paths.ENROL, this::enrol);
    }

    private void enrol(Context ctx) {
        if (!perAddress.take(ctx.ip())) {
            throw Problems.tooMany();
        }
        EnrolRequest request = JsonBodies.read(ctx, EnrolRequest.class, MAX_BODY);
        check(request);
        switch (accounts.login(request.login(), request.password())) {
            case LoginOutcome.Wrong wrong ->
                throw Problems.of(
                        401,
                        "wrong-account-or-password",
                        "E-AUTH-101",
                        "Wrong account or password",
                        "账号或密码不对，没有登记这台电脑。");
            case LoginOutcome.Locked locked ->
                throw Problems.of(403, "locked", "E-AUTH-102", "Locked", "密码输错次数太多，这个账号已锁定 30 分钟，没有登记这台电脑。请稍后再试。");
            case LoginOutcome.Proved proved -> JsonBodies.write(ctx, 200, enrolled(proved.account(), request));
        }
    }

    private EnrolResponse enrolled(Account account, EnrolRequest request) {
        return switch (devices.enrol(
                account, request.code(), request.deviceName().strip())) {
            case DeviceService.Enrolment.Enrolled enrolled ->
                new EnrolResponse(
                        enrolled.device(),
                        account.id(),
                        account.name(),
                        account.role(),
                        ledger.code(),
                        ledger.name(),
                        enrolled.token());
            case DeviceService.Enrolment.Unknown unknown ->
                throw refused("code-unknown", "E-AUTH-103", "登记码不对，没有登记这台电脑。请核对，或向管理员要一个新码。");
            case DeviceService.Enrolment.Expired expired ->
                throw refused("code-expired", "E-AUTH-104", "登记码已过期，没有登记这台电脑。请向管理员要一个新码。");
            case DeviceService.Enrolment.Used used ->
                throw refused("code-used", "E-AUTH-105", "登记码已用过，没有登记这台电脑。请向管理员要一个新码。");
        };
    }

    private static ProblemException refused(String name, String code, String detail) {
        return Problems.of(403, name, code, "Enrolment refused", detail);
    }

    @SuppressWarnings("NullAway") // JSON can leave any component out; that is what is checked here
    private static void check(EnrolRequest request) {
        if (request.login() == null
                || request.password() == null
                || request.code() == null
                || request.deviceName() == null
                || request.deviceName().isBlank()
                || request.deviceName().length() > 100) {
            throw Problems.malformed("登记信息不完整，没有登记这台电脑。");
        }
    }
}
