package xundang.desktop.inspection;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import xundang.model.inspection.AddendumBody;
import xundang.model.inspection.InspectionBody;
import xundang.model.inspection.Reading;
import xundang.model.json.ModelJson;
import xundang.model.photo.PhotoBody;

/** Reads pulled records into what this program can show. Anything else is empty, never an exception that would stop the sync. */
final class PulledRecords {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** Longest name of a template, plan slot or form slot that the tables hold. */
    private static final int NAME = 40;

    private static final int PERSON = 100;

    private PulledRecords() {}

    static Optional<InspectionBody> inspection(Map<String, JsonNode> fields) {
        return read(fields, InspectionBody.class).filter(PulledRecords::isWhole);
    }

    static Optional<PhotoBody> photo(Map<String, JsonNode> fields) {
        return read(fields, PhotoBody.class).filter(PulledRecords::isWhole);
    }

    static Optional<AddendumBody> addendum(Map<String, JsonNode> fields) {
        return read(fields, AddendumBody.class).filter(PulledRecords::isWhole);
    }

    private static boolean isWhole(AddendumBody body) {
        boolean row = body.to() == null || (body.slot() != null && isWhole(body.to()));
        return areThere(
                        body.inspectionId(),
                        body.assetId(),
                        body.inspectionHash(),
                        body.follows(),
                        body.reason(),
                        body.authorId(),
                        body.authorName(),
                        body.madeAt(),
                        body.addendumHash())
                && row
                && (body.from() == null || isWhole(body.from()))
                && body.follows().stream().allMatch(PulledRecords::isWhole);
    }

    private static <T> Optional<T> read(Map<String, JsonNode> fields, Class<T> shape) {
        try {
            return Optional.of(ModelJson.mapper().convertValue(fields, shape));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static boolean isWhole(InspectionBody body) {
        return areThere(
                        body.assetId(),
                        body.templateId(),
                        body.startedAt(),
                        body.submittedAt(),
                        body.inspectorId(),
                        body.inspectorName(),
                        body.observed(),
                        body.readings(),
                        body.verdict())
                && body.templateVersion() >= 1
                && body.templateId().length() <= NAME
                && (body.plannedFor() == null || body.plannedFor().length() <= NAME)
                && (body.occurrence() == null || body.occurrence().slot().length() <= NAME)
                && body.inspectorName().length() <= PERSON
                && body.readings().stream().allMatch(PulledRecords::isWhole);
    }

    private static boolean isWhole(Reading reading) {
        return areThere(reading.slot(), reading.photos(), reading.verdict(), reading.recordedAt())
                && reading.slot().toString().length() <= NAME;
    }

    private static boolean isWhole(PhotoBody body) {
        return areThere(body.sha256(), body.assetId())
                && SHA256.matcher(body.sha256()).matches()
                && (body.slot() == null || body.slot().toString().length() <= NAME);
    }

    private static boolean areThere(@Nullable Object... parts) {
        return Stream.of(parts).allMatch(part -> part != null);
    }
}
