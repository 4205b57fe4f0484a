package xundang.server.app;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import xundang.model.id.Uuid7Source;

/**
 * {@code xundang server}: runs until it is told to stop. Prints {@code READY <url>} on standard output once it serves, and before it, on
 * first start, {@code SETUP-CODE <code>}.
 */
@Command(name = "server", mixinStandardHelpOptions = true, description = "运行同步服务器。")
public final class ServerMain implements Callable<Integer> {
    private static final int CANNOT_START = 3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServerOptions options;

    @Option(names = "--port", paramLabel = "N", description = "端口（默认 8723；0 表示任选一个空闲端口）")
    private @Nullable Integer port;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "监听地址（默认 127.0.0.1，只接受本机连接）")
    private @Nullable String host;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
    ServerMain() {}

    /** Ends the process with 0 after an orderly stop, 2 for wrong arguments, 3 when the server cannot start. */
    public static void main(String[] args) {
        Logging.toStandardError();
        System.exit(new CommandLine(new ServerMain()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, String> flags = new HashMap<>();
        if (port != null) {
            flags.put("port", Integer.toString(port));
        }
        if (host != null) {
            flags.put("host", host);
        }
        Clock clock = Clock.systemUTC();
        try {
            ServerConfig config = options.resolve(System.getenv(), flags);
            XundangServer server = XundangServer.start(config, clock, new Uuid7Source(clock, new SecureRandom()));
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
                        server.close();
                        stopped.countDown();
                    }));
            server.setupCode().ifPresent(code -> {
                out.println("SETUP-CODE " + code);
                out.println("还没有账号。用这个一次性初始化码建立第一个管理员：./xundang admin first-user 登录名 --setup-code " + code
                        + " --name 姓名 --password-stdin");
            });
            out.println("READY " + server.url());
            out.flush();
            stopped.await();
            return 0;
        } catch (StartupException e) {
            spec.commandLine().getErr().println(e.text());
            spec.commandLine().getErr().flush();
            return CANNOT_START;
        }
    }
}
