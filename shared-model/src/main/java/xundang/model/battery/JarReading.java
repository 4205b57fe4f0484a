package xundang.model.battery;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a jar table. A position outside the range is refused with an {@link IllegalArgumentException}.
 *
 * @param position 1 to {@link #MAX_POSITION}, as numbered on the rack
 * @param voltage V; absent when not measured
 * @param ohmic in the table's unit; absent when not measured
 * @param temperature °C; absent when not measured
 * @param appearance codes of {@link JarLook}; empty when not looked at
 * @param reason why nothing was measured at this position; absent when something was
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record JarReading(
        int position,
        @Nullable BigDecimal voltage,
        @Nullable BigDecimal ohmic,
        @Nullable BigDecimal temperature,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<JarLook> appearance,
        @Nullable String reason) {
    /** The longest string that the ledger holds (domain specification, section 3). */
    public static final int MAX_POSITION = 400;

    public JarReading {
        if (position < 1 || position > MAX_POSITION) {
            throw new IllegalArgumentException("position " + position);
        }
        appearance = appearance.stream().distinct().sorted().toList();
    }

    /** A jar whose voltage and ohmic value were measured. */
    public static JarReading of(int position, @Nullable BigDecimal voltage, @Nullable BigDecimal ohmic) {
        return new JarReading(position, voltage, ohmic, null, List.of(), null);
    }

    /** Whether the row is answered: a voltage, or a reason why there is none. */
    @JsonIgnore
    public boolean isAnswered() {
        return voltage != null || (reason != null && !reason.isBlank());
    }
}
