package xundang.desktop.inspection.jar;

/** Why a file is not read as a tester's. */
public enum FileRefusal {
    /** 打不开: not there, no permission, a removed stick. */
    UNREADABLE("E-JAR-201"),
    /** 空文件. */
    EMPTY("E-JAR-202"),
    /** 文件太大. */
    TOO_LARGE("E-JAR-203"),
    /** 行数或列数太多. */
    TOO_MANY_CELLS("E-JAR-204"),
    /** 旧版 .xls 或加了密码. */
    OLD_OR_LOCKED_EXCEL("E-JAR-205"),
    /** 工作簿损坏. */
    BROKEN_EXCEL("E-JAR-206"),
    /** 解压后太大: a compression bomb, or no table of a tester. */
    SWELLING_EXCEL("E-JAR-207"),
    /** 文字编码认不出，或者根本不是表格. */
    NOT_TEXT("E-JAR-208"),
    /** 引号没有配对. */
    BROKEN_CSV("E-JAR-209");

    private final String code;

    FileRefusal(String code) {
        this.code = code;
    }

    /** The code that support can look up. */
    public String code() {
        return code;
    }
}
