package xundang.model.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 * 3|7",
                "(1 + 2) * 3|9",
                "10 - 4 - 3|3",
                "100 / 10 / 2|5",
                "-2 * 3|-6",
                "90 * (2 / 3)|60",
                "0.1 + 0.2|0.3",
                "1 / 8|0.125",
                "380 * (1 - 10 / 100)|342",
                "1000000|1000000"
            })
    void calculatesExactly(String source, String expected) throws ExpressionParser.BadExpression {
        assertThat(ExpressionParser.parse(source)
                        .value(Forms.of(Map.of()), new TreeSet<>())
                        .orElseThrow()
                        .decimal())
                .isEqualTo(expected);
    }

    @Test
    void namesEveryMissingAttributeAtOnce() throws ExpressionParser.BadExpression {
        Set<String> missing = new TreeSet<>();

        assertThat(ExpressionParser.parse("a * b + 1").value(Forms.of(Map.of()), missing))
                .isEmpty();
        assertThat(missing).containsExactly("a", "b");
    }

    @Test
    void needsOnlyTheAttributesOfTheChosenBranch() throws ExpressionParser.BadExpression {
        Set<String> missing = new TreeSet<>();
        Expression choose = ExpressionParser.parse("choose(kind, 'one': 1, 'other': n / 2)");

        assertThat(choose.value(Forms.of(Map.of("kind", "one")), missing)).isPresent();
        assertThat(missing).isEmpty();
    }

    @Test
    void aValueWithoutBranchCountsAsMissing() throws ExpressionParser.BadExpression {
        Set<String> missing = new TreeSet<>();

        assertThat(ExpressionParser.parse("choose(kind, 'one': 1)").value(Forms.of(Map.of("kind", "two")), missing))
                .isEmpty();
        assertThat(missing).containsExactly("kind");
    }
}
