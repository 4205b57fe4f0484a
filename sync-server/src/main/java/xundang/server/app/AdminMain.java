package xundang.server.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code xundang admin …}: what an administrator does on the server's machine, whether the server runs or not. */
@Command(
        name = "admin",
        mixinStandardHelpOptions = true,
        description = "管理账号、电脑、审计、照片、计划和日历，导入台账。须能读取服务器的数据文件夹。",
        subcommands = {
            AdminCommands.FirstUser.class,
            AdminCommands.User.class,
            AdminCommands.EnrolCode.class,
            AdminCommands.Device.class,
            AdminCommands.Audit.class,
            AdminCommands.Photos.class,
            AdminCommands.Held.class,
            AdminCommands.Backup.class,
            AdminCommands.MarkBackup.class,
            RestoreCommand.class,
            AcceptRestored.class,
            ImportCommand.class,
            RoundCommands.Plan.class,
            RoundCommands.Calendar.class
        })
public final class AdminMain implements Runnable {
    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the field before it calls
    AdminMain() {}

    /** Ends the process with 0 when done, 1 when refused, 2 for wrong arguments, 3 when the data folder cannot be used. */
    public static void main(String[] args) {
        Logging.toStandardError();
        System.exit(new CommandLine(new AdminMain()).execute(args));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "请写明要做什么。");
    }
}
