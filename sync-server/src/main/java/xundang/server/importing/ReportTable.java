package xundang.server.importing;

import java.util.List;
import java.util.Map;
import xundang.model.sync.RecordType;

/** Reports as a table for the command line, in Chinese. */
public final class ReportTable {
    private static final Map<RecordType, String> NAMES = Map.of(
            RecordType.SITE, "点位",
            RecordType.ASSET, "设备",
            RecordType.FIELD_CONFLICT, "来源不一致",
            RecordType.PROJECT, "项目",
            RecordType.PLAN, "巡检计划");

    private ReportTable() {}

    /** One line per file and type of record, then the problems of refused files. */
    public static String of(List<FileReport> reports) {
        StringBuilder text = new StringBuilder("文件\t内容\t新增\t不变\t改动\t拒绝");
        for (FileReport report : reports) {
            if (!report.accepted()) {
                line(text, report, "-", new FileReport.Counts(0, 0, 0), report.refused());
                report.problems().forEach(problem -> text.append("\n  ").append(problem));
                text.append("\n  这个文件没有导入，台账没有改动。请改正后重新导入。");
            }
            report.counts()
                    .forEach((type, counts) -> line(text, report, NAMES.getOrDefault(type, type.name()), counts, 0));
            if (report.conflicts() > 0) {
                text.append("\n  另有 ").append(report.conflicts()).append(" 处与他人的改动不一致，已留待资产管理员处理。");
            }
            if (!report.gone().isEmpty()) {
                text.append("\n  上次导入这个文件时有、这次没有的 ")
                        .append(report.gone().size())
                        .append(" 项（没有删除，请核实）：");
                report.gone().forEach(item -> text.append("\n    ").append(item));
            }
        }
        return text.toString();
    }

    private static void line(
            StringBuilder text, FileReport report, String content, FileReport.Counts counts, int refused) {
        text.append('\n')
                .append(report.file())
                .append(report.kind().isEmpty() ? "" : "（" + report.kind() + "）")
                .append('\t')
                .append(content)
                .append('\t')
                .append(counts.created())
                .append('\t')
                .append(counts.unchanged())
                .append('\t')
                .append(counts.changed())
                .append('\t')
                .append(refused);
    }
}
