package xundang.model.inspection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import xundang.model.template.Attributes;

/**
 * What the ledger said when a form was submitted, as far as its rows and limits asked for it. The ledger goes on changing; the form that
 * somebody signed keeps its limits.
 *
 * @param attributes of the object and its site, by name; what was observed on site is in the record itself
 * @param jarBaselines ohmic baseline by battery position, in the unit of the string
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Basis(
        @JsonProperty("attributes") @JsonSetter(nulls = Nulls.AS_EMPTY)
        Map<String, String> attributes,

        @JsonProperty("jar_baselines") @JsonSetter(nulls = Nulls.AS_EMPTY)
        Map<Integer, BigDecimal> jarBaselines) {
    public Basis {
        attributes = Map.copyOf(attributes);
        jarBaselines = Map.copyOf(jarBaselines);
    }

    /** As planning a form asks for it. */
    public Attributes asAttributes() {
        return new Attributes() {
            @Override
            public Optional<String> value(String name) {
                return Optional.ofNullable(attributes.get(name));
            }

            @Override
            public Map<Integer, BigDecimal> jarBaselines() {
                return jarBaselines;
            }
        };
    }
}
