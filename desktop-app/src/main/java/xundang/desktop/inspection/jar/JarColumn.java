package xundang.desktop.inspection.jar;

import java.util.List;

/** What is entered for each jar, in the order of the table's columns. */
public enum JarColumn {
    /** 电压, V. */
    VOLTAGE,
    /** 内阻 in mΩ or 电导 in S, whichever the string's meter shows. */
    OHMIC,
    /** 温度, °C. */
    TEMPERATURE,
    /** 外观; several codes of {@link xundang.model.battery.JarLook}. */
    LOOK,
    /** 未测原因: why the jar could not be measured. */
    REASON;

    /** From left to right. */
    public static final List<JarColumn> ALL = List.of(values());

    /** Place from the left, from 0. */
    public int place() {
        return ALL.indexOf(this);
    }

    /** Columns that hold a number. */
    public boolean isNumber() {
        return this == VOLTAGE || this == OHMIC || this == TEMPERATURE;
    }
}
