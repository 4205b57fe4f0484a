package xundang.desktop.inspection.jar;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xundang.model.battery.OhmicUnit;

/** Units in which testers write their columns, and how they become the table's. */
public enum TesterUnit {
    VOLT("V", JarColumn.VOLTAGE, null, 0, "v", "伏"),
    MILLIVOLT("mV", JarColumn.VOLTAGE, null, -3, "mv", "毫伏"),
    MILLIOHM("mΩ", JarColumn.OHMIC, OhmicUnit.RESISTANCE, 0, "mω", "mohm", "毫欧"),
    MICROOHM("µΩ", JarColumn.OHMIC, OhmicUnit.RESISTANCE, -3, "μω", "uω", "uohm", "微欧"),
    OHM("Ω", JarColumn.OHMIC, OhmicUnit.RESISTANCE, 3, "ω", "ohm", "欧"),
    SIEMENS("S", JarColumn.OHMIC, OhmicUnit.CONDUCTANCE, 0, "s", "mho", "西门子"),
    KILOSIEMENS("kS", JarColumn.OHMIC, OhmicUnit.CONDUCTANCE, 3, "ks", "kmho"),
    CELSIUS("°C", JarColumn.TEMPERATURE, null, 0, "°c", "c", "摄氏度", "度");

    private static final String BETWEEN = "|";

    private final String sign;
    private final JarColumn column;
    private final @Nullable OhmicUnit ohmic;
    private final int power;
    private final String written;

    TesterUnit(String sign, JarColumn column, @Nullable OhmicUnit ohmic, int power, String... written) {
        this.sign = sign;
        this.column = column;
        this.ohmic = ohmic;
        this.power = power;
        this.written = BETWEEN + String.join(BETWEEN, written) + BETWEEN;
    }

    /** As printed. */
    public String sign() {
        return sign;
    }

    /** The column that it belongs to. */
    public JarColumn column() {
        return column;
    }

    /** Which of the two ohmic units it becomes; empty for other columns. */
    public Optional<OhmicUnit> ohmic() {
        return Optional.ofNullable(ohmic);
    }

    /** A number in this unit, in the table's; exact. */
    BigDecimal toTable(BigDecimal number) {
        BigDecimal moved = number.scaleByPowerOfTen(power);
        return moved.scale() < 0 ? moved.setScale(0) : moved;
    }

    /** The units of a column. */
    public static List<TesterUnit> of(JarColumn column) {
        return Arrays.stream(values()).filter(unit -> unit.column == column).toList();
    }

    /** The unit that is written so, e.g. {@code ｍΩ}, {@code μΩ} or {@code mohm}. */
    static Optional<TesterUnit> parse(String text) {
        String plain = plain(text);
        return Arrays.stream(values())
                .filter(unit -> !plain.isEmpty() && unit.written.contains(BETWEEN + plain + BETWEEN))
                .findFirst();
    }

    /** One form for the many signs of ohm, micro and degree. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('\u2126', 'Ω')
                .replace('\u00B5', 'μ')
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
