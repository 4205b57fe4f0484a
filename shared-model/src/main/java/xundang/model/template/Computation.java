package xundang.model.template;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The calculations that a template may ask for. */
enum Computation {
    /** 三相不平衡度 in percent: max|x − mean| ÷ mean (domain specification, section 7, example 21). */
    @JsonProperty("imbalance")
    IMBALANCE {
        @Override
        Optional<BigDecimal> of(List<BigDecimal> numbers) {
            List<Ratio> parts = numbers.stream().map(Ratio::of).toList();
            Ratio count = Ratio.of(BigDecimal.valueOf(parts.size()));
            Ratio sum = parts.stream().reduce(Ratio.of(BigDecimal.ZERO), Ratio::plus);
            if (sum.isZero()) {
                return Optional.empty();
            }
            Ratio mean = sum.over(count);
            return parts.stream()
                    .map(part ->
                            part.minus(mean).abs().over(mean).times(HUNDRED).decimal())
                    .max(BigDecimal::compareTo);
        }
    };

    private static final Ratio HUNDRED = Ratio.of(BigDecimal.valueOf(100));

    /** The result, unrounded; empty when the numbers have none (all zero). */
    abstract Optional<BigDecimal> of(List<BigDecimal> numbers);
}
