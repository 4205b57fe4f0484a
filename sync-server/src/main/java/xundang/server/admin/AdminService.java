package xundang.server.admin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import xundang.model.account.DeviceId;
import xundang.model.account.Role;
import xundang.server.auth.Account;
import xundang.server.auth.AccountRefusal;
import xundang.server.auth.AccountService;
import xundang.server.auth.DeviceService;
import xundang.server.auth.SetupService;
import xundang.server.backup.BackupException;
import xundang.server.backup.BackupService;
import xundang.server.importing.FileReport;
import xundang.server.importing.LedgerImportService;
import xundang.server.importing.ReportTable;
import xundang.server.importing.RoundImportService;
import xundang.server.ledger.AuditTrail;
import xundang.server.ledger.HeldOp;
import xundang.server.platform.db.ServerDatabase;
import xundang.server.push.HeldOpService;

/** Carries out the commands of an administrator who can read the server's data folder. */
public final class AdminService {
    /** The services that carry the commands out. */
    public record Parts(
            ServerDatabase database,
            AccountService accounts,
            SetupService setup,
            DeviceService devices,
            AuditTrail audit,
            LedgerImportService imports,
            RoundImportService rounds,
            AwaitedReport awaited,
            HeldOpService held,
            BackupService backups) {}

    private final ServerDatabase database;
    private final AccountService accounts;
    private final SetupService setup;
    private final DeviceService devices;
    private final AuditTrail audit;
    private final LedgerImportService imports;
    private final RoundImportService rounds;
    private final AwaitedReport awaited;
    private final HeldOpService held;
    private final BackupService backups;

    public AdminService(Parts parts) {
        this.database = parts.database();
        this.accounts = parts.accounts();
        this.setup = parts.setup();
        this.devices = parts.devices();
        this.audit = parts.audit();
        this.imports = parts.imports();
        this.rounds = parts.rounds();
        this.awaited = parts.awaited();
        this.held = parts.held();
        this.backups = parts.backups();
    }

    /** Does what was asked, or says why not. */
    public AdminReply run(AdminCommand command) {
        try {
            return switch (command) {
                case AdminCommand.AddUser add -> addUser(add);
                case AdminCommand.FirstUser first -> {
                    Account made =
                            setup.firstAdministrator(first.setupCode(), first.login(), first.name(), first.password());
                    yield done("已建立管理员账号“" + made.login() + "”。初始化码已失效。");
                }
                case AdminCommand.DisableUser disable -> {
                    Account account = accounts.find(disable.login())
                            .orElseThrow(() -> new AccountRefusal("没有登录名为“" + disable.login() + "”的账号。"));
                    accounts.setDisabled(account.id(), true);
                    yield done("已停用账号“" + account.login() + "”，其所有电脑立即失效。");
                }
                case AdminCommand.EnrolCode enrol -> done(devices.issueCode(enrol.login()) + "\n登记码 15 分钟内有效，只能用一次。");
                case AdminCommand.RevokeDevice revoke -> {
                    devices.revoke(new DeviceId(revoke.device()));
                    yield done("已停用这台电脑，立即生效。");
                }
                case AdminCommand.ChangeScopes change -> changeScopes(change);
                case AdminCommand.ListHeld ignored -> listHeld();
                case AdminCommand.RetryHeld ignored -> retryHeld();
                case AdminCommand.Backup backup -> done(backups.backUp(Path.of(backup.folder())));
                case AdminCommand.MarkBackup mark -> done(mark.complete() ? backups.confirm() : backups.begin());
                case AdminCommand.VerifyAudit ignored -> verify();
                case AdminCommand.AwaitedPhotos ignored -> done(awaited.text());
                case AdminCommand.ImportLedger wanted -> importLedger(wanted);
                case AdminCommand.ImportCalendar wanted ->
                    reply(rounds.importCalendar(wanted.file().name(), bytes(wanted.file())));
                case AdminCommand.ListPlans ignored -> reply(rounds.listPlans());
                case AdminCommand.AddPlan wanted -> reply(rounds.addPlan(wanted.columns()));
                case AdminCommand.ImportPlans wanted ->
                    reply(rounds.importPlans(wanted.file().name(), bytes(wanted.file())));
                case AdminCommand.DefaultPlans ignored -> reported(List.of(imports.importDefaultPlans()));
            };
        } catch (AccountRefusal refusal) {
            return new AdminReply(false, refusal.text());
        } catch (BackupException failed) {
            return new AdminReply(false, failed.text());
        }
    }

    private AdminReply addUser(AdminCommand.AddUser add) {
        Role role;
        try {
            role = Account.role(add.role());
        } catch (IllegalArgumentException e) {
            throw new AccountRefusal(
                    "没有“" + add.role() + "”这个角色。可用：inspector、auditor、asset_manager、supervisor、administrator。");
        }
        Account made = accounts.add(
                new AccountService.NewAccount(add.login(), add.name(), role, add.password(), add.scopes()));
        return done("已建立账号“" + made.login() + "”。");
    }

    private AdminReply changeScopes(AdminCommand.ChangeScopes change) {
        Account account = accounts.changeScopes(change.login(), change.grant(), change.revoke());
        String now = account.scopes().all() ? "全部站点" : account.scopes().sites().size() + " 个站点";
        return done("已更新“" + account.login() + "”的站点范围，现为" + now + "。其电脑下次联系时先发送未发的记录，再重新下载台账。");
    }

    private AdminReply listHeld() {
        List<HeldOp> ops = held.list();
        if (ops.isEmpty()) {
            return done("没有待识别的操作。");
        }
        return done(ops.stream().map(AdminService::line).collect(Collectors.joining("\n")) + "\n共 " + ops.size()
                + " 项。升级服务器后用 admin held retry 重试。");
    }

    private AdminReply retryHeld() {
        List<HeldOpService.Retried> all = held.retry();
        List<String> left = all.stream()
                .filter(one -> !one.done())
                .map(one -> line(one.op()) + "  " + one.reason().orElse(""))
                .toList();
        String text = "重试 " + all.size() + " 项，" + (all.size() - left.size()) + " 项已并入台账。";
        return left.isEmpty() ? done(text) : new AdminReply(false, text + "仍保留：\n" + String.join("\n", left));
    }

    private static String line(HeldOp op) {
        return op.opId() + "  " + op.receivedAt() + "  " + op.login() + "  " + op.kind() + "  v" + op.version();
    }

    private AdminReply importLedger(AdminCommand.ImportLedger wanted) {
        List<FileReport> reports = new ArrayList<>();
        for (AdminCommand.LedgerFile file : wanted.files()) {
            reports.add(imports.importFile(file.name(), bytes(file)));
        }
        if (wanted.demo()) {
            reports.addAll(imports.importDemo());
            reports.add(imports.importDefaultPlans());
        }
        if (wanted.samples()) {
            reports.add(imports.importSamples());
        }
        return reported(reports);
    }

    private static AdminReply reported(List<FileReport> reports) {
        return new AdminReply(reports.stream().allMatch(FileReport::accepted), ReportTable.of(reports));
    }

    private static AdminReply reply(RoundImportService.Report report) {
        return new AdminReply(report.done(), report.text());
    }

    private static byte[] bytes(AdminCommand.LedgerFile file) {
        return Base64.getDecoder().decode(file.base64());
    }

    private AdminReply verify() {
        AuditTrail.Verification result = database.read(audit::verify);
        return result.brokenAt()
                .map(line -> new AdminReply(
                        false, "审计记录不完整：第 " + line + " 行起与校验链不符，共 " + result.lines() + " 行。请保留现场并报告安全管理员。"))
                .orElseGet(() -> done("审计记录完整，共 " + result.lines() + " 行。"));
    }

    private static AdminReply done(String text) {
        return new AdminReply(true, text);
    }
}
