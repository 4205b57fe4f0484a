package xundang.desktop.inspection;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import xundang.model.inspection.PlannedSlot;

/** What programs before the plans read: the last day of the month that an inspection answers. */
final class PlannedMonth {
    private PlannedMonth() {}

    /** The day for the slot of a monthly plan; nothing for any other slot. */
    static @Nullable String of(@Nullable PlannedSlot occurrence) {
        if (occurrence == null) {
            return null;
        }
        try {
            return YearMonth.parse(occurrence.slot()).atEndOfMonth().toString();
        } catch (DateTimeParseException notAMonth) {
            return null;
        }
    }
}
