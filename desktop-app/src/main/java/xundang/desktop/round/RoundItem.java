package xundang.desktop.round;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import xundang.desktop.asset.AssetSummary;
import xundang.model.inspection.InspectionId;
import xundang.model.round.OccurrenceKey;

/**
 * One inspection of one object that a plan asks for, as it stands now; or a draft that no plan asks for.
 *
 * @param key names it for good, on every laptop alike; absent for a draft that no plan asks for
 * @param templateId its form
 * @param plan what the plan is called; empty without one
 * @param draft the draft on this laptop
 * @param done who answered it; absent while nobody has
 * @param putOff the skip or postponement that holds
 * @param taken who does it, as far as somebody said so
 * @param mine the plan gives it to this person
 * @param fillable whether this program can fill in its form
 */
public record RoundItem(
        @Nullable OccurrenceKey key,
        AssetSummary asset,
        String templateId,
        Room room,
        String plan,
        When when,
        State state,
        @Nullable Begun draft,
        @Nullable Done done,
        @Nullable PutOff putOff,
        @Nullable Taken taken,
        boolean mine,
        boolean fillable) {

    /** Where it stands; the names are those of the platform's looks. */
    public enum State {
        /** Its last day went by; it can still be made up. */
        OVERDUE,
        DUE,
        STARTED,
        /** Its time begins later today. */
        UPCOMING,
        DONE,
        /** Its window closed without an inspection. */
        MISSED,
        /** Somebody said why it is left out. */
        PASSED_OVER,
        /** Somebody said why it is done later. */
        POSTPONED
    }

    /** When it has to be done. */
    public sealed interface When {
        /** A patrol slot: around a time of day. */
        record Slot(OffsetDateTime planned, OffsetDateTime opens, OffsetDateTime closes) implements When {}

        /** Within the hours of a day, one of several turns. */
        record Hours(OffsetDateTime opens, OffsetDateTime closes) implements When {}

        /** Some time within days, both inclusive. */
        record Days(LocalDate from, LocalDate dueOn) implements When {}
    }

    /**
     * A draft of this laptop.
     *
     * @param person who began it
     * @param own whether this person did
     * @param answered slots answered
     * @param slots of the form; 0 where they are not known
     */
    public record Begun(InspectionId inspection, String person, boolean own, int answered, int slots) {}

    /** The inspection that counts. */
    public record Done(InspectionId inspection, String person, OffsetDateTime at, boolean own, boolean late) {}

    /**
     * A skip or a postponement.
     *
     * @param until end of a postponement
     */
    public record PutOff(
            String reason,
            String person,
            OffsetDateTime at,
            @Nullable OffsetDateTime until) {}

    /** Somebody took it over with its room. */
    public record Taken(String person, OffsetDateTime at, boolean own) {}

    /** What it stays the same line by, however its state changes. */
    public Object identity() {
        return key != null || draft == null ? String.valueOf(key) : draft.inspection();
    }

    /** Whether a colleague said that they do it, or began it on this laptop. */
    public boolean isColleagues() {
        return (taken != null && !taken.own()) || (draft != null && !draft.own());
    }

    /** Last day by which it has to be done. */
    public LocalDate dueOn() {
        return switch (when) {
            case When.Slot slot -> slot.planned().toLocalDate();
            case When.Hours hours -> hours.closes().toLocalDate();
            case When.Days days -> days.dueOn();
        };
    }
}
