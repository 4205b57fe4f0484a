package xundang.model.inspection;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;

/** What a person entered or the form computed. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ReadingValue.YesNo.class, name = "yes_no"),
    @JsonSubTypes.Type(value = ReadingValue.Choice.class, name = "choice"),
    @JsonSubTypes.Type(value = ReadingValue.Measured.class, name = "number"),
    @JsonSubTypes.Type(value = ReadingValue.Written.class, name = "text"),
    @JsonSubTypes.Type(value = ReadingValue.Signed.class, name = "signature")
})
public sealed interface ReadingValue {
    /** 是 or 否. */
    record YesNo(boolean yes) implements ReadingValue {}

    /** One or several option codes of the item, in the template's order. */
    record Choice(List<String> codes) implements ReadingValue {}

    /** A number in the item's unit, with the decimals that were typed. */
    record Measured(BigDecimal number) implements ReadingValue {}

    /** Free text. */
    record Written(String text) implements ReadingValue {}

    /**
     * A signature.
     *
     * @param name the signer as printed
     * @param strokes the pen's path as SVG path data; empty when signed by name only
     */
    record Signed(String name, String strokes) implements ReadingValue {}
}
