package xundang.desktop.inspection.ui;

import java.util.Collection;
import xundang.model.inspection.Reading;
import xundang.model.template.FormSlot;
import xundang.model.template.Verdict;

/**
 * How far a form or a section is.
 *
 * @param answered rows with a value, a reason or a photo
 * @param total rows
 * @param abnormal rows judged abnormal
 */
public record FormProgress(int answered, int total, int abnormal) {
    static FormProgress of(Collection<RowViewModel> rows) {
        int answered = 0;
        int abnormal = 0;
        for (RowViewModel row : rows) {
            Reading reading = row.readingProperty().get();
            if (reading == null) {
                continue;
            }
            if (isAnswered(row.slot(), reading)) {
                answered++;
            }
            if (reading.verdict() == Verdict.ABNORMAL) {
                abnormal++;
            }
        }
        return new FormProgress(answered, rows.size(), abnormal);
    }

    private static boolean isAnswered(FormSlot slot, Reading reading) {
        return switch (slot.item().kind()) {
            case PHOTO -> reading.skip() != null || !reading.photos().isEmpty();
            case YES_NO,
                    CHOICE,
                    MULTI_CHOICE,
                    NUMBER,
                    TEXT,
                    SIGNATURE,
                    COMPUTED,
                    DATE,
                    DATE_TIME,
                    ASSET,
                    TABLE,
                    JAR_TABLE -> reading.skip() != null || reading.value() != null;
        };
    }

    /** Part that is answered, 0 to 1. */
    public double part() {
        return total == 0 ? 0 : (double) answered / total;
    }
}
