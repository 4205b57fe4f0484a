package xundang.desktop.inspection.jar;

/** Why a text is not taken into a cell. */
public enum CellFault {
    /** 不是数字. */
    NOT_A_NUMBER,
    /** 数字太长: a slipped scanner or a stuck key. */
    TOO_MANY_DIGITS,
    /** 不能是零或负数: no resistance and no conductance is. */
    NOT_POSITIVE,
    /** 大小不像是读数: a point forgotten, or another unit. Typed by hand it is asked about instead. */
    ABSURD,
    /** 没有这种外观. */
    UNKNOWN_LOOK,
    /** 文字太长. */
    TOO_LONG,
    /** 这一节已有电压，不需要原因. */
    MEASURED_ALREADY,
    /** 超出最后一节. */
    BEYOND_LAST_POSITION,
    /** 超出最后一列. */
    BEYOND_LAST_COLUMN,
    /** 这一行的列数与其他行不同. */
    RAGGED
}
