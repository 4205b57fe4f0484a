package xundang.server.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import xundang.server.admin.AdminCommand;

/** {@code admin import FILE…}. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "导入台账文件（CSV）。同一文件再导入一次不会改动任何内容；一个文件有错则整个不导入。")
final class ImportCommand extends AdminCall {
    private static final long MAX_FILE = 10L * 1024 * 1024;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "UPS 主机清单、会议室设备清单或视频项目统计，按表头识别")
    private @Nullable List<Path> files;

    @Option(names = "--demo", description = "导入随程序提供的演示台账（三个文件，来自公开采购文件）")
    private boolean demo;

    @Option(names = "--with-samples", description = "另加 40 台示例摄像机，均标明“示例”，不计入台账统计")
    private boolean samples;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
    ImportCommand() {}

    @Override
    AdminCommand.ImportLedger command() {
        List<AdminCommand.LedgerFile> read = new ArrayList<>();
        for (Path file : files == null ? List.<Path>of() : files) {
            read.add(read(file));
        }
        if (read.isEmpty() && !demo && !samples) {
            throw new ParameterException(spec.commandLine(), "请给出要导入的文件，或用 --demo、--with-samples。");
        }
        return new AdminCommand.ImportLedger(read, demo, samples);
    }

    /** One file at a time: what was imported before a fault is known. */
    @Override
    List<AdminCommand> commands() {
        AdminCommand.ImportLedger whole = command();
        List<AdminCommand> parts = new ArrayList<>();
        whole.files().forEach(file -> parts.add(new AdminCommand.ImportLedger(List.of(file), false, false)));
        if (demo || samples) {
            parts.add(new AdminCommand.ImportLedger(List.of(), demo, samples));
        }
        return parts;
    }

    private AdminCommand.LedgerFile read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_FILE) {
                throw new ParameterException(spec.commandLine(), "没有这个文件，或超过 10 MB：" + file);
            }
            byte[] content = Files.readAllBytes(file);
            return new AdminCommand.LedgerFile(
                    file.toString(), Base64.getEncoder().encodeToString(content));
        } catch (IOException e) {
            throw new StartupException("文件读不了，没有导入：" + file, e);
        }
    }
}
