package xundang.server.importing;

import java.util.List;
import java.util.Optional;

/** The kinds of ledger file that are understood, told apart by their header. */
enum SourceFile {
    /** UPS 主机清单. */
    UPS("UPS 主机清单", "name_as_written", "capacity_kva", "purchase_install_date", "quantity", "location", "source_lines"),
    /** 会议室设备清单. */
    MEETING_ROOM("会议室设备清单", "part", "part_name", "name", "brand", "model", "quantity", "source_line"),
    /** 视频项目统计. */
    VIDEO_PROJECTS("视频项目统计", "package", "project_name", "metric_zh", "metric", "value", "unit", "source_line");

    private final String label;
    private final String columns;

    SourceFile(String label, String... columns) {
        this.label = label;
        this.columns = String.join(",", columns);
    }

    String label() {
        return label;
    }

    /** The kind whose columns are all there. */
    static Optional<SourceFile> recognise(List<String> header) {
        for (SourceFile kind : values()) {
            if (header.containsAll(List.of(kind.columns.split(",", -1)))) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** What the rows should become. Problems are added to the table's own. */
    List<PlannedRecord> plan(CsvTable table) {
        return switch (this) {
            case UPS -> new UpsRows().plan(table);
            case MEETING_ROOM -> new MeetingRoomRows().plan(table);
            case VIDEO_PROJECTS -> new VideoProjectRows().plan(table);
        };
    }
}
