package xundang.server.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import xundang.model.template.TemplateCheck;
import xundang.model.template.TemplateFault;
import xundang.model.template.TemplateLines;

/** {@code xundang template …}: for whoever writes inspection forms. Needs no server and no data folder. */
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        description = "巡检表模板。不需要服务器，也不读数据文件夹。",
        subcommands = TemplateMain.Check.class)
public final class TemplateMain implements Runnable {
    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the field before it calls
    TemplateMain() {}

    /** Ends the process with 0 when all is well, 1 when a file has faults or cannot be read, 2 for wrong arguments. */
    public static void main(String[] args) {
        Logging.toStandardError();
        System.exit(new CommandLine(new TemplateMain()).execute(args));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "请写明要做什么，例如 check 文件.json。");
    }

    /** {@code template check FILE…}. */
    @Command(name = "check", mixinStandardHelpOptions = true, description = "检查模板文件，逐条写出：文件:行、检查项、哪里不对。只读，不改动文件。")
    static final class Check implements Callable<Integer> {
        private static final int FAULTY = 1;
        private static final long MAX_FILE = 2L * 1024 * 1024;

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", arity = "1..*", description = "模板文件（JSON，UTF-8），可写多个")
        private List<Path> files;

        @SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
        Check() {}

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            int faulty = 0;
            for (Path file : files) {
                List<String> lines = lines(file);
                lines.forEach(out::println);
                if (lines.isEmpty()) {
                    out.println(file + "：没有发现问题。");
                } else {
                    faulty++;
                }
            }
            out.flush();
            return faulty == 0 ? 0 : FAULTY;
        }

        private static List<String> lines(Path file) {
            try {
                if (!Files.isRegularFile(file) || Files.size(file) > MAX_FILE) {
                    return List.of(file + "：没有这个文件，或超过 2 MB。");
                }
                String json = Files.readString(file, StandardCharsets.UTF_8);
                TemplateLines lines = TemplateLines.of(json);
                return TemplateCheck.check(file.toString(), json).stream()
                        .map(fault -> said(file, fault, lines.line(fault)))
                        .toList();
            } catch (CharacterCodingException e) {
                return List.of(file + "：不是 UTF-8 编码，请另存为 UTF-8 再检查。");
            } catch (IOException e) {
                return List.of(file + "：文件读不了（" + e.getMessage() + "）。");
            }
        }

        private static String said(Path file, TemplateFault fault, int line) {
            String place = file + ":" + line;
            return new TemplateFault(place, fault.where(), fault.problem(), fault.detail()).message();
        }
    }
}
