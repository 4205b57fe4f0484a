package xundang.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xundang.desktop.sync.RecordPhotos.Taken;
import xundang.desktop.sync.SyncDesk.ConflictPhotos;
import xundang.model.account.UserId;
import xundang.model.json.ModelJson;
import xundang.model.photo.PhotoId;
import xundang.model.sync.ConflictBody;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;

/** Which pictures stand beside which value of a conflict. */
class ConflictPhotosTest {
    private static final UUID AUTHOR = new UUID(1, 1);
    private static final UUID LEDGERS = new UUID(1, 2);
    private static final UUID ANOTHER = new UUID(1, 3);
    private static final UUID ASSET = new UUID(2, 1);
    private static final UUID OTHER_ASSET = new UUID(2, 2);
    private static final UUID INSPECTION = new UUID(3, 1);

    private final Map<RecordKey, List<Taken>> photos = new HashMap<>();
    private final ConflictPhotoReader reader =
            new ConflictPhotoReader((tx, about) -> photos.getOrDefault(about, List.of()));

    private static Taken taken(UUID person, int number) {
        return new Taken(
                new PhotoId(new UUID(4, number)),
                person == null ? null : new UserId(person),
                "示例员",
                OffsetDateTime.parse("2026-11-20T10:05:00+08:00"));
    }

    private void has(RecordType type, UUID record, Taken... taken) {
        photos.put(new RecordKey(type, record), Arrays.asList(taken));
    }

    private static ConflictBody conflict(RecordType type, UUID record, UUID ledgers) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "kind", "edit",
                "rec_type", type.name(),
                "rec_id", record.toString(),
                "asset_id", ASSET.toString(),
                "field", "room",
                "server_rev", 2,
                "op_id", new UUID(5, 1).toString(),
                "user_id", AUTHOR.toString(),
                "state", "open"));
        if (ledgers != null) {
            fields.put("server_user_id", ledgers.toString());
        }
        return ModelJson.mapper().convertValue(fields, ConflictBody.class);
    }

    @Test
    void eachSideHasThePicturesThatItsPersonTook() {
        has(RecordType.ASSET, ASSET, taken(AUTHOR, 3), taken(LEDGERS, 2), taken(ANOTHER, 1), taken(null, 0));
        assertThat(reader.of(null, conflict(RecordType.ASSET, ASSET, LEDGERS), Optional.empty()))
                .isEqualTo(new ConflictPhotos(
                        List.of(taken(LEDGERS, 2)),
                        List.of(taken(AUTHOR, 3)),
                        List.of(taken(ANOTHER, 1), taken(null, 0))));
    }

    @Test
    void onlyTheNewestOfEachSideAreShown() {
        has(RecordType.ASSET, ASSET, taken(AUTHOR, 3), taken(AUTHOR, 2), taken(AUTHOR, 1));
        assertThat(reader.of(null, conflict(RecordType.ASSET, ASSET, LEDGERS), Optional.empty())
                        .authors())
                .containsExactly(taken(AUTHOR, 3), taken(AUTHOR, 2));
    }

    @Test
    void aPictureOfSomebodyWhoDisagreesWithThemselfStandsOnOneSideOnly() {
        has(RecordType.ASSET, ASSET, taken(AUTHOR, 1));
        assertThat(reader.of(null, conflict(RecordType.ASSET, ASSET, AUTHOR), Optional.empty()))
                .isEqualTo(new ConflictPhotos(List.of(), List.of(taken(AUTHOR, 1)), List.of()));
    }

    @Test
    void aPictureOfNobodyKnownIsNotTheLedgersOnlyBecauseTheServerForgotWhoWroteIt() {
        has(RecordType.ASSET, ASSET, taken(null, 1));
        assertThat(reader.of(null, conflict(RecordType.ASSET, ASSET, null), Optional.empty()))
                .isEqualTo(new ConflictPhotos(List.of(), List.of(), List.of(taken(null, 1))));
    }

    @Test
    void anInspectionHasItsOwnPicturesAndARecordWithoutAnyThoseOfItsObject() {
        has(RecordType.INSPECTION, INSPECTION, taken(AUTHOR, 1));
        has(RecordType.ASSET, ASSET, taken(AUTHOR, 2), taken(AUTHOR, 1));
        ConflictBody about = conflict(RecordType.INSPECTION, INSPECTION, LEDGERS);
        assertThat(reader.of(null, about, Optional.empty()).authors()).containsExactly(taken(AUTHOR, 1));
        photos.remove(new RecordKey(RecordType.INSPECTION, INSPECTION));
        assertThat(reader.of(null, about, Optional.empty()).authors())
                .containsExactly(taken(AUTHOR, 2), taken(AUTHOR, 1));
    }

    @Test
    void ofADoubleNumberBothObjectsAreShownWhoeverTookThePictures() {
        has(RecordType.ASSET, ASSET, taken(ANOTHER, 1));
        has(RecordType.ASSET, OTHER_ASSET, taken(AUTHOR, 2));
        assertThat(reader.of(null, conflict(RecordType.ASSET, ASSET, LEDGERS), Optional.of(OTHER_ASSET)))
                .isEqualTo(new ConflictPhotos(List.of(taken(AUTHOR, 2)), List.of(taken(ANOTHER, 1)), List.of()));
    }

    @Test
    void withoutPicturesThereAreNone() {
        assertThat(reader.of(null, conflict(RecordType.ASSET, ASSET, LEDGERS), Optional.empty()))
                .isEqualTo(ConflictPhotos.NONE);
    }
}
