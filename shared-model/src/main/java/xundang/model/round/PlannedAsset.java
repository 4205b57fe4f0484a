package xundang.model.round;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.model.asset.AssetId;
import xundang.model.asset.LifecycleState;

/**
 * What the planning of rounds needs to know of an object.
 *
 * @param grade inspection grade A, B or C; an object that has none is planned like grade C, the longest that [003] allows
 * @param siteId its site; absent for an object of no site
 * @param place room, for showing rounds and sharing them out; absent when nobody knows
 * @param from first day in service; absent when it was always
 * @param until last day in service; absent while it is. A day before {@code from} means never
 */
public record PlannedAsset(
        AssetId id,
        String category,
        String grade,
        @Nullable String siteId,
        @Nullable String place,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {
    private static final String LOWEST_GRADE = "C";
    private static final int LONGEST_DAY = 10;

    /** An object in service since ever. */
    public static PlannedAsset inService(AssetId id, String category, @Nullable String grade, @Nullable String siteId) {
        return new PlannedAsset(id, category, grade == null ? LOWEST_GRADE : grade, siteId, null, null, null);
    }

    /**
     * From an asset record. It is in service while its state says that it stands at its place; {@code in_service_since} and
     * {@code out_of_service_since} say from which day on. Where it is out and nobody wrote since when, it has no occurrences at all.
     */
    public static PlannedAsset of(AssetId id, Map<String, JsonNode> fields) {
        String grade = text(fields, "inspection_grade").orElse(LOWEST_GRADE);
        boolean stands = text(fields, "state")
                .flatMap(LifecycleState::ofCode)
                .map(LifecycleState::isAtItsPlace)
                .orElse(true);
        LocalDate out = date(fields, "out_of_service_since").orElse(LocalDate.EPOCH);
        return new PlannedAsset(
                id,
                text(fields, "category").orElse(""),
                grade,
                text(fields, "site_id").orElse(null),
                text(fields, "room").orElse(null),
                date(fields, "in_service_since").orElse(null),
                stands ? null : out.minusDays(1));
    }

    /** Whether it is in service on all days of a window, and not only on some. */
    boolean servesUntil(LocalDate lastDay) {
        return (until == null || !until.isBefore(lastDay)) && (from == null || !from.isAfter(lastDay));
    }

    private static Optional<String> text(Map<String, JsonNode> fields, String name) {
        JsonNode node = fields.get(name);
        return node != null && node.isString() && !node.stringValue().isBlank()
                ? Optional.of(node.stringValue())
                : Optional.empty();
    }

    private static Optional<LocalDate> date(Map<String, JsonNode> fields, String name) {
        Optional<String> text = text(fields, name).filter(it -> it.length() == LONGEST_DAY);
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }
}
