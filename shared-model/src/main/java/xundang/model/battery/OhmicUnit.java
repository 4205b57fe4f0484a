package xundang.model.battery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/** What a battery meter shows of a jar; the two run against each other with age. */
public enum OhmicUnit {
    /** 内阻 in milliohm: rises with age. */
    @JsonProperty("mΩ")
    RESISTANCE("mΩ"),
    /** 电导 in siemens: falls with age. */
    @JsonProperty("S")
    CONDUCTANCE("S");

    private final String sign;

    OhmicUnit(String sign) {
        this.sign = sign;
    }

    /** As printed and as the ledger's {@code ohmic_unit} has it. */
    public String sign() {
        return sign;
    }

    /** The unit with that sign. */
    public static Optional<OhmicUnit> of(String sign) {
        for (OhmicUnit unit : values()) {
            if (unit.sign.equals(sign)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }
}
