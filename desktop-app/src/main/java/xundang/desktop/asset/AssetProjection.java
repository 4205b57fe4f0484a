package xundang.desktop.asset;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import xundang.model.asset.AssetId;
import xundang.model.round.PlannedAsset;

/** Turns an asset's record into the row that lists and searches read. Pure. */
final class AssetProjection {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,8}");

    private AssetProjection() {}

    static AssetRow row(UUID id, Map<String, JsonNode> record) {
        AssetFields fields = new AssetFields(record);
        String category = clip(fields.orEmpty("category"), 40);
        String place = clip(place(fields), 300);
        AssetSummary summary = new AssetSummary(
                new AssetId(id),
                clip(fields.orEmpty("asset_no"), 40),
                category,
                clip(fields.orEmpty("name"), 200),
                clip(fields.orEmpty("brand"), 100),
                clip(fields.orEmpty("model"), 100),
                place,
                clip(fields.orEmpty("state"), 20),
                fields.orEmpty("sample").equals("true"));
        String serialNo = clip(fields.orEmpty("serial_no"), 100);
        return new AssetRow(
                summary,
                serialNo,
                fields.siteId().orElse(null),
                walkKey(fields),
                clip(room(fields), 300),
                planned(id, record),
                clip(SearchWords.fold(haystack(summary, serialNo)), 1500));
    }

    /** Everything that a line on the screen says, in both languages. */
    private static String haystack(AssetSummary asset, String serialNo) {
        return Stream.concat(
                        Stream.of(asset.assetNo(), asset.name(), asset.brand(), asset.model(), serialNo, asset.place()),
                        Stream.of(AssetWords.category(asset.category()), AssetWords.state(asset.state()))
                                .flatMap(label -> Stream.of(label.zh(), label.en())))
                .collect(Collectors.joining(" "));
    }

    private static String place(AssetFields fields) {
        return (room(fields) + " " + fields.orEmpty("rack")).strip();
    }

    private static String room(AssetFields fields) {
        String floor = fields.orEmpty("floor");
        return Stream.of(
                        fields.orEmpty("site"),
                        fields.orEmpty("building"),
                        DIGITS.matcher(floor).matches() ? floor + "楼" : floor,
                        fields.orEmpty("room"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static PlannedAsset planned(UUID id, Map<String, JsonNode> record) {
        PlannedAsset planned = PlannedAsset.of(new AssetId(id), record);
        String place = planned.place();
        return new PlannedAsset(
                planned.id(),
                clip(planned.category(), 40),
                clip(planned.grade(), 8),
                planned.siteId(),
                place == null ? null : clip(place, 100),
                planned.from(),
                planned.until());
    }

    /** Digits are padded, so that floor 10 comes after floor 9; parts are kept apart by a character that sorts before all others. */
    private static String walkKey(AssetFields fields) {
        String key = Stream.of("site", "building", "floor", "room", "rack")
                .map(field -> DIGITS.matcher(fields.orEmpty(field))
                        .replaceAll(digits -> "0".repeat(8 - digits.group().length()) + digits.group()))
                .collect(Collectors.joining("\u0001"));
        return clip(key, 300);
    }

    /** The row is only for reading; the record keeps the whole text, so an over-long value must not stop a sync. */
    private static String clip(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : new String(Arrays.copyOf(text.codePoints().toArray(), length), 0, length);
    }
}
