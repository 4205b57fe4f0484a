package xundang.server.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import xundang.server.admin.AdminCommand;

/** The sub-commands of {@code xundang admin} for plans and calendars. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class RoundCommands {
    private static final long MAX_FILE = 2L * 1024 * 1024;

    private RoundCommands() {}

    /** {@code admin calendar …}. */
    @Command(
            name = "calendar",
            mixinStandardHelpOptions = true,
            description = "工作日历。",
            subcommands = ImportCalendar.class)
    static final class Calendar extends AdminCommands.Group {}

    /** {@code admin calendar import}. */
    @Command(name = "import", mixinStandardHelpOptions = true, description = "导入节假日和调休上班日（CSV）。同一年再导入以新的为准。")
    static final class ImportCalendar extends AdminCall {
        @Spec
        private CommandSpec spec;

        @Parameters(
                paramLabel = "FILE",
                description = "表头 year,date,name,kind；kind 为 holiday 或 workday；来源写成一行 #source 年份 通知名称")
        private Path file;

        @Override
        AdminCommand command() {
            return new AdminCommand.ImportCalendar(read(spec, file));
        }
    }

    /** {@code admin plan …}. */
    @Command(
            name = "plan",
            mixinStandardHelpOptions = true,
            description = "巡检计划。",
            subcommands = {ListPlans.class, AddPlan.class, ImportPlans.class, DefaultPlans.class})
    static final class Plan extends AdminCommands.Group {}

    /** {@code admin plan list}. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "列出巡检计划。")
    static final class ListPlans extends AdminCall {
        @Override
        AdminCommand command() {
            return new AdminCommand.ListPlans();
        }
    }

    /** {@code admin plan import}. */
    @Command(name = "import", mixinStandardHelpOptions = true, description = "导入巡检计划（CSV）。按名称识别：同名的改动，新名的新建。")
    static final class ImportPlans extends AdminCall {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "表头至少有 name,template_id,rhythm,starts_on；其余列见运维手册")
        private Path file;

        @Override
        AdminCommand command() {
            return new AdminCommand.ImportPlans(read(spec, file));
        }
    }

    /** {@code admin plan defaults}. */
    @Command(name = "defaults", mixinStandardHelpOptions = true, description = "建立默认巡检计划（各注来源），自今天起；已有的不动。")
    static final class DefaultPlans extends AdminCall {
        @Override
        AdminCommand command() {
            return new AdminCommand.DefaultPlans();
        }
    }

    /** {@code admin plan add}. */
    @Command(name = "add", mixinStandardHelpOptions = true, description = "新建或改动一个巡检计划。")
    static final class AddPlan extends AdminCall {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "NAME", description = "计划名称")
        private String name;

        @Option(names = "--template", required = true, paramLabel = "ID", description = "巡检模板，如 ups-m")
        private String template;

        @Option(
                names = "--rhythm",
                required = true,
                paramLabel = "RHYTHM",
                description = "3h/30 每 3 小时、前后 30 分钟；2x/4h 每日 2 次、至少隔 4 小时；7d；1m；3m；3m/2+4 仅第 2、4 季度；6m；12m")
        private String rhythm;

        @Option(names = "--starts", required = true, paramLabel = "DATE", description = "开始日期")
        private String starts;

        @Option(
                names = "--set",
                paramLabel = "COLUMN=VALUE",
                description =
                        "其余各列，可写多次：category、grade、site、asset_no、ends_on、season、purpose、priority、series、roles、visit、source")
        private @Nullable Map<String, String> others;

        @Override
        AdminCommand command() {
            Map<String, String> columns = new LinkedHashMap<>();
            columns.put("name", name);
            columns.put("template_id", template);
            columns.put("rhythm", rhythm);
            columns.put("starts_on", starts);
            for (Map.Entry<String, String> other :
                    others == null ? Map.<String, String>of().entrySet() : others.entrySet()) {
                if (columns.putIfAbsent(other.getKey(), other.getValue()) != null) {
                    throw new ParameterException(spec.commandLine(), "“" + other.getKey() + "”写了两次。");
                }
            }
            return new AdminCommand.AddPlan(columns);
        }
    }

    private static AdminCommand.LedgerFile read(CommandSpec spec, Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_FILE) {
                throw new ParameterException(spec.commandLine(), "没有这个文件，或超过 2 MB：" + file);
            }
            return new AdminCommand.LedgerFile(
                    file.toString(), Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new StartupException("文件读不了，没有导入：" + file, e);
        }
    }
}
