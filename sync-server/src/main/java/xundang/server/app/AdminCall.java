package xundang.server.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import xundang.server.admin.AdminCommand;
import xundang.server.admin.AdminReply;

/** One administrator's command: carried out by the running server, or on the data folder itself when none runs. */
abstract class AdminCall implements Callable<Integer> {
    private static final int REFUSED = 1;
    private static final int CANNOT_RUN = 3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServerOptions options;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
    AdminCall() {}

    /** What to ask for. */
    abstract AdminCommand command();

    /** The same in parts that are carried out, and answered, one by one. */
    List<AdminCommand> commands() {
        return List.of(command());
    }

    @Override
    public final Integer call() {
        try {
            ServerConfig config = options.resolve(System.getenv(), Map.of());
            AtomicBoolean allDone = new AtomicBoolean(true);
            new AdminGateway(config).run(commands(), reply -> {
                allDone.compareAndSet(true, reply.done());
                print(reply);
            });
            return allDone.get() ? 0 : REFUSED;
        } catch (StartupException e) {
            spec.commandLine().getErr().println(e.text());
            spec.commandLine().getErr().flush();
            return CANNOT_RUN;
        }
    }

    private void print(AdminReply reply) {
        PrintWriter to =
                reply.done() ? spec.commandLine().getOut() : spec.commandLine().getErr();
        to.println(reply.text());
        to.flush();
    }

    /** One line from standard input: a password on the command line would stand in the shell's history. */
    final String readPassword(boolean fromInput) {
        if (!fromInput) {
            throw new ParameterException(spec.commandLine(), "请用 --password-stdin 从标准输入给出密码。");
        }
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            if (line == null) {
                throw new ParameterException(spec.commandLine(), "标准输入里没有密码。");
            }
            return line;
        } catch (IOException e) {
            throw new StartupException("标准输入读不了。", e);
        }
    }
}
