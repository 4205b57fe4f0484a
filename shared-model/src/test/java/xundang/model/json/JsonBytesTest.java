package xundang.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBytesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "~\u007f\u0080",
                "机房 3",
                "\"quoted\"",
                "back\\slash",
                "line\nend\u0001",
                "\ud83d\ude00",
                "相\n\""
            })
    void aTextIsWrittenAsTheMapperWritesIt(String text) {
        assertThat(new JsonBytes(1).text(text).toString())
                .isEqualTo(ModelJson.mapper().writeValueAsString(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "abcdefghijklmnopqrstuvwxyz"})
    void theHashIsOverWhatWasWrittenAndNothingElse(String json) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        new JsonBytes(2).json(json).into(digest);
        MessageDigest expected = MessageDigest.getInstance("SHA-256");
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo(HexFormat.of()
                        .formatHex(expected.digest(json.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    }
}
