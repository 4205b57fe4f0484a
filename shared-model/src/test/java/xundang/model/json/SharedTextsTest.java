package xundang.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SharedTextsTest {
    private final JsonNode object = ModelJson.mapper().readTree("{\"b\":[{\"z\":\"相\",\"a\":1.50},[]],\"a\":[true]}");

    private static String written(JsonNode value, SharedTexts shared) {
        JsonBytes out = new JsonBytes(4, shared);
        CanonicalJson.write(value, out);
        return out.toString();
    }

    @Test
    void aSharedTextIsWhatWouldHaveBeenWritten() {
        SharedTexts shared = new SharedTexts();
        shared.add(object.get("b"));
        assertThat(written(object, shared))
                .isEqualTo(CanonicalJson.of(object))
                .isEqualTo("{\"a\":[true],\"b\":[{\"a\":1.5,\"z\":\"相\"},[]]}");
    }

    @Test
    void anEqualValueThatWasNotAddedIsWrittenByItself() {
        JsonBytes out = new JsonBytes(4, new SharedTexts());
        assertThat(out.shared(object.get("a"))).isFalse();
        assertThat(out.toString()).isEmpty();
    }
}
