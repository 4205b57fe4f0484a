package xundang.server.app;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import xundang.server.admin.AdminCommand;

/** The sub-commands of {@code xundang admin}. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class AdminCommands {
    private AdminCommands() {}

    /** {@code admin first-user}. */
    @Command(name = "first-user", mixinStandardHelpOptions = true, description = "用初始化码建立第一个管理员。")
    static final class FirstUser extends AdminCall {
        @Parameters(paramLabel = "LOGIN", description = "登录名")
        private String login;

        @Option(names = "--setup-code", required = true, paramLabel = "CODE", description = "服务器首次启动时显示的初始化码")
        private String setupCode;

        @Option(names = "--name", required = true, paramLabel = "NAME", description = "姓名")
        private String name;

        @Option(names = "--password-stdin", required = true, description = "从标准输入读密码（一行）")
        private boolean passwordFromInput;

        @Override
        AdminCommand command() {
            return new AdminCommand.FirstUser(setupCode, login, name, readPassword(passwordFromInput));
        }
    }

    /** {@code admin user …}. */
    @Command(
            name = "user",
            mixinStandardHelpOptions = true,
            description = "账号。",
            subcommands = {AddUser.class, DisableUser.class, Scope.class})
    static final class User extends Group {}

    /** {@code admin user add}. */
    @Command(name = "add", mixinStandardHelpOptions = true, description = "新建账号。")
    static final class AddUser extends AdminCall {
        @Parameters(paramLabel = "LOGIN", description = "登录名：小写字母、数字、. _ -")
        private String login;

        @Option(names = "--name", required = true, paramLabel = "NAME", description = "姓名")
        private String name;

        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                description = "inspector 巡检员、auditor 抽查员、asset_manager 资产管理员、supervisor 监理、administrator 管理员")
        private String role;

        @Option(names = "--scope", paramLabel = "SITE", description = "可用的站点编号，可写多次；* 表示全部")
        private @Nullable List<String> scopes;

        @Option(names = "--password-stdin", required = true, description = "从标准输入读密码（一行）")
        private boolean passwordFromInput;

        @Override
        AdminCommand command() {
            return new AdminCommand.AddUser(
                    login,
                    name,
                    role,
                    readPassword(passwordFromInput),
                    new HashSet<>(scopes == null ? List.of() : scopes));
        }
    }

    /** {@code admin user disable}. */
    @Command(name = "disable", mixinStandardHelpOptions = true, description = "停用账号，其所有电脑立即失效。")
    static final class DisableUser extends AdminCall {
        @Parameters(paramLabel = "LOGIN", description = "登录名")
        private String login;

        @Override
        AdminCommand command() {
            return new AdminCommand.DisableUser(login);
        }
    }

    /** {@code admin user scope}. */
    @Command(name = "scope", mixinStandardHelpOptions = true, description = "增减一个人可用的站点。")
    static final class Scope extends AdminCall {
        @Parameters(paramLabel = "LOGIN", description = "登录名")
        private String login;

        @Option(names = "--grant", paramLabel = "SITE", description = "增加的站点编号，可写多次；* 表示全部")
        private @Nullable List<String> grant;

        @Option(names = "--revoke", paramLabel = "SITE", description = "取消的站点编号，可写多次；* 表示取消“全部”")
        private @Nullable List<String> revoke;

        @Override
        AdminCommand command() {
            return new AdminCommand.ChangeScopes(
                    login,
                    new HashSet<>(grant == null ? List.of() : grant),
                    new HashSet<>(revoke == null ? List.of() : revoke));
        }
    }

    /** {@code admin held …}. */
    @Command(
            name = "held",
            mixinStandardHelpOptions = true,
            description = "服务器暂不认识、已留存的操作。",
            subcommands = {ListHeld.class, RetryHeld.class})
    static final class Held extends Group {}

    /** {@code admin held list}. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "列出留存的操作。")
    static final class ListHeld extends AdminCall {
        @Override
        AdminCommand command() {
            return new AdminCommand.ListHeld();
        }
    }

    /** {@code admin held retry}. */
    @Command(name = "retry", mixinStandardHelpOptions = true, description = "升级服务器后重试留存的操作。")
    static final class RetryHeld extends AdminCall {
        @Override
        AdminCommand command() {
            return new AdminCommand.RetryHeld();
        }
    }

    /** {@code admin backup}. */
    @Command(name = "backup", mixinStandardHelpOptions = true, description = "备份数据库（H2）和照片，服务器可照常运行；先数据库后照片，逐一核对。")
    static final class Backup extends AdminCall {
        @Parameters(paramLabel = "DIR", description = "备份文件夹；再次备份到同一处时，已有的照片不重复复制")
        private Path folder;

        @Override
        AdminCommand command() {
            return new AdminCommand.Backup(folder.toAbsolutePath().normalize().toString());
        }
    }

    /** {@code admin backup-mark}. */
    @Command(name = "backup-mark", mixinStandardHelpOptions = true, description = "用 pg_dump 等办法备份时：开始前和完成后各执行一次。")
    static final class MarkBackup extends AdminCall {
        @Parameters(paramLabel = "begin|done", description = "begin 备份即将开始；done 备份已完成并核对")
        private Mark mark;

        @Override
        AdminCommand command() {
            return new AdminCommand.MarkBackup(mark == Mark.done);
        }

        /** As typed. */
        @SuppressWarnings("checkstyle:ConstantName") // picocli reads the names as they are typed
        enum Mark {
            begin,
            done
        }
    }

    /** {@code admin enrol-code}. */
    @Command(name = "enrol-code", mixinStandardHelpOptions = true, description = "为一个人的一台电脑发一次性登记码。第一行是登记码。")
    static final class EnrolCode extends AdminCall {
        @Parameters(paramLabel = "LOGIN", description = "登录名")
        private String login;

        @Override
        AdminCommand command() {
            return new AdminCommand.EnrolCode(login);
        }
    }

    /** {@code admin device …}. */
    @Command(name = "device", mixinStandardHelpOptions = true, description = "电脑。", subcommands = RevokeDevice.class)
    static final class Device extends Group {}

    /** {@code admin device revoke}. */
    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "停用一台电脑，立即生效。")
    static final class RevokeDevice extends AdminCall {
        @Parameters(paramLabel = "DEVICE", description = "电脑编号（UUID）")
        private UUID device;

        @Override
        AdminCommand command() {
            return new AdminCommand.RevokeDevice(device);
        }
    }

    /** {@code admin audit …}. */
    @Command(name = "audit", mixinStandardHelpOptions = true, description = "审计。", subcommands = VerifyAudit.class)
    static final class Audit extends Group {}

    /** {@code admin audit verify}. */
    @Command(name = "verify", mixinStandardHelpOptions = true, description = "校验审计记录是否完整。")
    static final class VerifyAudit extends AdminCall {
        @Override
        AdminCommand command() {
            return new AdminCommand.VerifyAudit();
        }
    }

    /** {@code admin photos …}. */
    @Command(name = "photos", mixinStandardHelpOptions = true, description = "照片。", subcommands = AwaitedPhotos.class)
    static final class Photos extends Group {}

    /** {@code admin photos awaited}. */
    @Command(name = "awaited", mixinStandardHelpOptions = true, description = "列出还留在笔记本电脑上、服务器尚未收到的照片。")
    static final class AwaitedPhotos extends AdminCall {
        @Override
        AdminCommand command() {
            return new AdminCommand.AwaitedPhotos();
        }
    }

    /** A command that only has sub-commands. */
    abstract static class Group implements Runnable {
        @Spec
        private CommandSpec spec;

        @Override
        public void run() {
            throw new ParameterException(spec.commandLine(), "请写明要做什么。");
        }
    }
}
