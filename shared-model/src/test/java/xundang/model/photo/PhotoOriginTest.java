package xundang.model.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import xundang.model.account.UserId;
import xundang.model.asset.AssetId;
import xundang.model.json.ModelJson;

class PhotoOriginTest {
    private static PhotoBody body(@Nullable PhotoOrigin origin) {
        return new PhotoBody(
                "00".repeat(32),
                1,
                "image/jpeg",
                4,
                3,
                new AssetId(new UUID(0, 6)),
                null,
                null,
                null,
                OffsetDateTime.parse("2026-11-20T08:03:00+08:00"),
                null,
                new UserId(new UUID(0, 1)),
                "示例员甲",
                origin);
    }

    private static PhotoBody read(String json) {
        return ModelJson.mapper().readValue(json, PhotoBody.class);
    }

    @Test
    void timeAndPlaceComeBackAsTheyWereWritten() {
        PhotoBody body = body(new PhotoOrigin(PhotoOrigin.PHONE, "+08:00", -1500L, 121.4737, 31.2304, 8.5));
        assertThat(read(ModelJson.mapper().writeValueAsString(body))).isEqualTo(body);
    }

    @Test
    void aRecordOfAnOlderProgramHasNoOriginAndIsWrittenAsBefore() {
        String json = ModelJson.mapper().writeValueAsString(body(null));
        assertThat(json).doesNotContain("origin");
        assertThat(read(json).origin()).isNull();
    }

    @Test
    void whatANewerProgramAddsIsPassedOver() {
        String json = ModelJson.mapper()
                .writeValueAsString(body(new PhotoOrigin(PhotoOrigin.FILE, null, null, null, null, null)))
                .replace("\"source\":\"file\"", "\"source\":\"drone\",\"altitude_m\":12");
        assertThat(read(json).origin()).isEqualTo(new PhotoOrigin("drone", null, null, null, null, null));
    }

    @Test
    void aPlaceThatIsNoneIsRefused() {
        String json = ModelJson.mapper()
                .writeValueAsString(body(new PhotoOrigin(PhotoOrigin.FILE, null, null, 121.0, 31.0, null)));
        assertThatThrownBy(() -> read(json.replace("31.0", "91.0"))).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> read(json.replace("\"lat\":31.0", "\"latitude\":31.0")))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> new PhotoOrigin(PhotoOrigin.FILE, null, null, null, null, -1.0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
