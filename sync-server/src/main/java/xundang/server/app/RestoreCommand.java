package xundang.server.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import xundang.server.backup.BackupException;
import xundang.server.backup.Restoration;

/** {@code admin restore DIR}: without a server, into a data folder that holds nothing yet. */
@Command(name = "restore", mixinStandardHelpOptions = true, description = "把备份恢复到一个空的数据文件夹；先核对每个文件。服务器须已停止。")
final class RestoreCommand implements Callable<Integer> {
    private static final int REFUSED = 1;
    private static final int CANNOT_RUN = 3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServerOptions options;

    @Parameters(paramLabel = "DIR", description = "备份文件夹")
    private Path backup;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
    RestoreCommand() {}

    @Override
    public Integer call() {
        try {
            Path data = options.resolve(System.getenv(), Map.of()).data();
            if (!Restoration.isEmpty(data)) {
                return say(REFUSED, "数据文件夹不是空的，没有恢复，什么都没有改动。请用 --data 指定一个空文件夹：" + data);
            }
            int photos = Restoration.restore(backup, data);
            try (DataFolder folder = DataFolder.take(data)) {
                folder.markDatabase();
            }
            Files.deleteIfExists(data.resolve("server.url"));
            return say(0, "恢复完成并已核对：数据库 1 份，照片 " + photos + " 张。请把单独保管的 pepper 文件放回数据文件夹，再启动服务器；各电脑会自动补发备份之后的记录。");
        } catch (BackupException e) {
            return say(REFUSED, e.text());
        } catch (StartupException e) {
            return say(CANNOT_RUN, e.text());
        } catch (IOException e) {
            return say(CANNOT_RUN, "数据文件夹写不了，恢复没有完成。");
        }
    }

    private int say(int exit, String text) {
        var to = exit == 0 ? spec.commandLine().getOut() : spec.commandLine().getErr();
        to.println(text);
        to.flush();
        return exit;
    }
}
