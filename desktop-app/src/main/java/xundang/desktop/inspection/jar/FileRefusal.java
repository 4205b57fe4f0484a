package xundang.desktop.inspection.jar;

/** Why a file is not read as a tester's. */
public enum FileRefusal {
    /** 打不开: not there, no permission, a removed stick. */
    UNREADABLE,
    /** 空文件. */
    EMPTY,
    /** 文件太大. */
    TOO_LARGE,
    /** 行数或列数太多. */
    TOO_MANY_CELLS,
    /** 旧版 .xls 或加了密码. */
    OLD_OR_LOCKED_EXCEL,
    /** 工作簿损坏. */
    BROKEN_EXCEL,
    /** 解压后太大: a compression bomb, or no table of a tester. */
    SWELLING_EXCEL,
    /** 文字编码认不出，或者根本不是表格. */
    NOT_TEXT,
    /** 引号没有配对. */
    BROKEN_CSV;

    /** The code that support can look up. */
    public String code() {
        return "E-JAR-%d".formatted(201 + ordinal());
    }
}
