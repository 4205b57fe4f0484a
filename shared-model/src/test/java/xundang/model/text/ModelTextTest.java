package xundang.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ModelTextTest {
    @Test
    void bothLanguagesHaveTheSameTexts() throws IOException {
        assertThat(bundle("model_en.properties").stringPropertyNames())
                .isEqualTo(bundle("model.properties").stringPropertyNames());
    }

    @Test
    void aLocaleWithoutTextsGetsChineseWhateverTheMachineSpeaks() {
        assertThat(ModelText.of("geo.bd09_refused").in(Locale.FRENCH)).contains("不接受");
    }

    @Test
    void theEnglishWordingKeepsItsApostrophe() {
        assertThat(ModelText.of("proof.receiver_signature").in(Locale.ENGLISH)).isEqualTo("the receiver's signature");
    }

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(ModelText.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
