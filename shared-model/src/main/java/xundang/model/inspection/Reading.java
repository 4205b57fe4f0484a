package xundang.model.inspection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xundang.model.photo.PhotoId;
import xundang.model.template.SlotId;
import xundang.model.template.Verdict;

/**
 * The answer in one slot of a form.
 *
 * @param value absent for a skipped slot, a pure photo slot, or a slot that has only a note or photos so far
 * @param skip present when the slot was left out with a reason
 * @param note anything worth saying
 * @param verdict as judged when it was recorded; kept, so that a later change of limits does not rewrite history
 * @param recordedAt the device's clock
 * @param firstValue what was measured first, where that was so far from the earlier values ({@link Outlier}) that it was measured again;
 *     {@code value} is then the later measurement. Absent otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reading(
        SlotId slot,
        @Nullable ReadingValue value,
        @Nullable Skip skip,
        List<PhotoId> photos,
        @Nullable String note,
        Verdict verdict,
        OffsetDateTime recordedAt,
        @JsonProperty("first_value") @Nullable ReadingValue firstValue) {
    /** An answer that was given once. */
    public Reading(
            SlotId slot,
            @Nullable ReadingValue value,
            @Nullable Skip skip,
            List<PhotoId> photos,
            @Nullable String note,
            Verdict verdict,
            OffsetDateTime recordedAt) {
        this(slot, value, skip, photos, note, verdict, recordedAt, null);
    }
}
