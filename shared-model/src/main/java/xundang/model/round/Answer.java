package xundang.model.round;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xundang.model.account.UserId;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionBody;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.PlannedSlot;

/**
 * A submitted inspection, as far as rounds are concerned. Its times are the server's: the laptop's known clock error is taken off.
 *
 * @param occurrence what it says that it answers; absent for one without a plan or of an older program
 * @param plannedFor the day that an older program wrote in its place: the last of the month that it answers
 * @param observed what the form asked about this visit
 */
public record Answer(
        UUID id,
        AssetId asset,
        String templateId,
        @Nullable PlannedSlot occurrence,
        @Nullable String plannedFor,
        Instant begun,
        Instant submitted,
        UserId inspector,
        String inspectorName,
        Map<String, String> observed) {
    /** The first submitted counts; of two at the same moment, the smaller id, so that everybody counts the same. */
    static final Comparator<Answer> FIRST_SUBMITTED =
            Comparator.comparing(Answer::submitted).thenComparing(Answer::id);

    /** From the record. */
    public static Answer of(InspectionId id, InspectionBody body) {
        return new Answer(
                id.value(),
                body.assetId(),
                body.templateId(),
                body.occurrence(),
                body.plannedFor(),
                corrected(body.startedAt(), body.clockOffsetMs()),
                corrected(body.submittedAt(), body.clockOffsetMs()),
                body.inspectorId(),
                body.inspectorName(),
                body.observed());
    }

    /**
     * A laptop's time by the server's clock.
     *
     * @param clockOffsetMs laptop minus server, as last measured
     */
    public static Instant corrected(OffsetDateTime onLaptop, long clockOffsetMs) {
        return onLaptop.toInstant().minusMillis(clockOffsetMs);
    }
}
