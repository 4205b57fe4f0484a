package xundang.model.asset;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.model.template.Label;

/**
 * One attribute of the catalogue; domain specification, section 3.
 *
 * @param name without the {@code attr.} that category attributes carry in a record
 * @param unit of the number, e.g. {@code kVA}; absent when there is none
 * @param min lowest number, inclusive unless {@code minExclusive}; absent when open
 * @param max highest number, inclusive; absent when open
 * @param pattern regular expression that the whole text must match; absent when free
 * @param options allowed codes in order; empty when free
 */
public record AttributeDef(
        String name,
        AttributeType type,
        Label label,
        @Nullable String unit,
        @Nullable BigDecimal min,
        @JsonProperty("min_exclusive") @Nullable Boolean minExclusive,
        @Nullable BigDecimal max,
        @Nullable Pattern pattern,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Option> options) {

    /** One allowed value. */
    public record Option(String code, Label label) {}

    public AttributeDef {
        options = List.copyOf(options);
    }

    /** Checks a value. JSON null means "not known" and is always allowed. */
    public Optional<AttributeProblem> check(JsonNode value) {
        return AttributeCheck.check(this, value);
    }

    /** Checks a value that is written as text, as a form or a template has it, e.g. {@code 380} or {@code true}. */
    public Optional<AttributeProblem> checkText(String text) {
        return AttributeCheck.check(this, AttributeText.json(type, text));
    }

    /** The label of an option code, or the code itself when it is not one. */
    public Label optionLabel(String code) {
        return options.stream()
                .filter(option -> option.code().equals(code))
                .map(Option::label)
                .findFirst()
                .orElse(new Label(code, code));
    }
}
