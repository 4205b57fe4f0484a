package xundang.model.battery;

import xundang.model.template.Label;

/** The rules of the jar table; domain specification, section 4, "Jar table Q10". */
public enum JarRule {
    /** J1: average voltage per cell within the float range. */
    CELL_VOLTAGE("J1", "单体平均电压", "Voltage per cell", "P"),
    /** J2: deviation from the string's mean, per 2 V cell. */
    DEVIATION("J2", "与组平均偏差", "Deviation from the mean", "P"),
    /** J3: highest minus lowest voltage of the string; never worse than a warning. */
    SPREAD("J3", "组内极差", "Spread of the string", "P"),
    /** J4: ohmic value against the baseline; +20 % is E9's early sign, the abnormal limit is practice. */
    OHMIC("J4", "内阻或电导变化", "Ohmic change", "E9/P"),
    /** Appearance, with the severity of item M19. */
    LOOK("M19", "电池外观", "Appearance", "P");

    private final String code;
    private final String zh;
    private final String en;
    private final String source;

    JarRule(String code, String zh, String en, String source) {
        this.code = code;
        this.zh = zh;
        this.en = en;
        this.source = source;
    }

    /** As the domain specification numbers it. */
    public String code() {
        return code;
    }

    /** The words shown to people. */
    public Label label() {
        return new Label(zh, en);
    }

    /** Where its limits come from, normal before warning, as {@code SlotLimits.source} writes it; for conductance all of J4 is practice. */
    public String source() {
        return source;
    }
}
