package xundang.server.app;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import xundang.model.id.Uuid7Source;

/** {@code admin accept-restored}: the operator confirms that an older database was put back on purpose. The server must not be running. */
@Command(
        name = "accept-restored",
        mixinStandardHelpOptions = true,
        description = "确认数据库是从备份恢复的（只在服务器因此不启动时使用）。各台电脑随后重新下载台账，并补发备份之后的记录。")
final class AcceptRestored implements Callable<Integer> {
    private static final int CANNOT_RUN = 3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServerOptions options;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
    AcceptRestored() {}

    @Override
    public Integer call() {
        Clock clock = Clock.systemUTC();
        try {
            ServerConfig config = options.resolve(System.getenv(), Map.of());
            boolean accepted = ServerGraph.acceptRestored(config, clock, new Uuid7Source(clock, new SecureRandom()));
            PrintWriter out = spec.commandLine().getOut();
            out.println(accepted ? "已确认。台账从恢复的数据继续，现在可以启动服务器。" : "数据库是最新的，不需要确认，没有改动。");
            out.flush();
            return 0;
        } catch (StartupException e) {
            spec.commandLine().getErr().println(e.text());
            spec.commandLine().getErr().flush();
            return CANNOT_RUN;
        }
    }
}
