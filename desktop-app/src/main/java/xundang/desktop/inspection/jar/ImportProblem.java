package xundang.desktop.inspection.jar;

import java.util.Optional;

/**
 * A row or cell of a tester's file that is not taken over.
 *
 * @param row of the file, from 1
 * @param column of the table; empty where the jar's number is the matter
 * @param text what stands there
 */
public record ImportProblem(int row, Optional<JarColumn> column, String text, Kind kind) {
    /** What is the matter. */
    public enum Kind {
        /** 编号读不出来. */
        POSITION_UNREADABLE,
        /** 编号超出这组电池. */
        POSITION_OUT_OF_RANGE,
        /** 编号重复: which of the rows is the right one, nobody knows; none is taken. */
        POSITION_TWICE,
        /** 不是数字. */
        NOT_A_NUMBER,
        /** 大小不像是读数: another unit, or a reading that failed. */
        ABSURD,
        /** 不能是零或负数. */
        NOT_POSITIVE,
        /** 没有这种外观. */
        UNKNOWN_LOOK,
        /** 单位与表中已有的不同: resistance and conductance do not stand in one table. */
        OTHER_UNIT,
        /** 没有电压. */
        NO_VOLTAGE
    }
}
