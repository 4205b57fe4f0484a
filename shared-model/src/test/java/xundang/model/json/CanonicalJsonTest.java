package xundang.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{ \"b\" : 1, \"a\" : [ 1.50, 2e2, 0.0 ] }|{\"a\":[1.5,200,0],\"b\":1}",
                "{}|{}",
                "[ ]|[]",
                "{\"a\":null,\"A\":true}|{\"A\":true,\"a\":null}",
                "\"相\\u0041\\n\"|\"相A\\n\""
            })
    void hasOneTextForOneValue(String json, String expected) {
        assertThat(CanonicalJson.of(ModelJson.mapper().readTree(json))).isEqualTo(expected);
    }
}
