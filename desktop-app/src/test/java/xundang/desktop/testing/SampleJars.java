package xundang.desktop.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import xundang.model.battery.JarLimits;
import xundang.model.battery.JarLook;
import xundang.model.battery.JarReading;
import xundang.model.battery.OhmicUnit;
import xundang.model.inspection.ReadingValue;

/** 示例: strings of jars, some of them weak. */
public final class SampleJars {
    private SampleJars() {}

    /** Limits of a string of 2 V jars, the defaults of the quarterly form. */
    public static JarLimits limits(Integer count) {
        return new JarLimits(
                count,
                1,
                new BigDecimal("2.20"),
                new BigDecimal("2.30"),
                new BigDecimal("2.18"),
                new BigDecimal("2.35"),
                Map.of());
    }

    /** The first {@code measured} jars of a string. */
    public static ReadingValue.Jars measured(int measured) {
        List<JarReading> rows = new ArrayList<>();
        for (int position = 1; position <= measured; position++) {
            rows.add(new JarReading(
                    position, volts(position), milliohm(position), celsius(position), look(position), null));
        }
        return new ReadingValue.Jars(OhmicUnit.RESISTANCE, rows);
    }

    /** The voltage of a jar, V. */
    public static BigDecimal volts(int position) {
        return switch (position) {
            case 5 -> new BigDecimal("2.120");
            case 41, 42 -> new BigDecimal("2.185");
            case 77 -> new BigDecimal("2.362");
            case 103 -> new BigDecimal("2.315");
            default -> BigDecimal.valueOf(2240 + position * 7919L % 21, 3);
        };
    }

    /** The resistance of a jar, mΩ. */
    public static BigDecimal milliohm(int position) {
        return switch (position) {
            case 5 -> new BigDecimal("0.78");
            case 6 -> new BigDecimal("0.61");
            case 77 -> new BigDecimal("0.64");
            default -> BigDecimal.valueOf(48 + position * 104729L % 6, 2);
        };
    }

    private static BigDecimal celsius(int position) {
        return position == 77 ? new BigDecimal("36.5") : BigDecimal.valueOf(230 + position * 31L % 30, 1);
    }

    private static List<JarLook> look(int position) {
        return switch (position) {
            case 5 -> List.of(JarLook.CREEP);
            case 60 -> List.of(JarLook.CORROSION);
            default -> List.of(JarLook.NORMAL);
        };
    }
}
