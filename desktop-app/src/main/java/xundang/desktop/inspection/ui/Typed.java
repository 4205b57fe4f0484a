package xundang.desktop.inspection.ui;

import java.time.ZoneOffset;
import xundang.desktop.inspection.EntryLimits;
import xundang.desktop.platform.errors.PersonError;
import xundang.model.inspection.ReadingValue;
import xundang.model.template.DateInput;
import xundang.model.template.ItemKind;
import xundang.model.template.NumberInput;

/** What stands in a typed field. */
sealed interface Typed {
    /** A value that can be saved. */
    record Value(ReadingValue value) implements Typed {}

    /** An empty field. */
    record Nothing() implements Typed {}

    /** Something that is no value of this row. */
    record Wrong(PersonError error) implements Typed {}

    /**
     * What the typed text means in a row of that kind; wrong if it means nothing.
     *
     * @param strokes the pen's path of a signature; else empty
     * @param offset of the place, for a time of day
     */
    static Typed of(ItemKind kind, String text, String strokes, ZoneOffset offset) {
        String typed = text.strip();
        return switch (kind) {
            case NUMBER ->
                switch (NumberInput.parse(typed)) {
                    case NumberInput.Parsed number -> new Value(new ReadingValue.Measured(number.number()));
                    case NumberInput.Blank ignored -> new Nothing();
                    case NumberInput.NotANumber ignored ->
                        new Wrong(PersonError.of("E-FORM-101", "inspection.error.notANumber"));
                    case NumberInput.Absurd ignored ->
                        new Wrong(PersonError.of("E-FORM-102", "inspection.error.tooManyDigits"));
                };
            case TEXT -> typed.isEmpty() ? new Nothing() : within(typed, new ReadingValue.Written(typed));
            case SIGNATURE -> signature(typed, strokes);
            case DATE -> date(DateInput.day(typed), offset, RowErrors.notADate());
            case DATE_TIME -> date(DateInput.moment(typed), offset, RowErrors.notAMoment());
            case ASSET -> typed.isEmpty() ? new Nothing() : new Wrong(RowErrors.nothingChosen());
            case YES_NO, CHOICE, MULTI_CHOICE, PHOTO, COMPUTED, TABLE, JAR_TABLE -> new Nothing();
        };
    }

    private static Typed date(DateInput input, ZoneOffset offset, PersonError wrong) {
        return switch (input) {
            case DateInput.Day day -> new Value(new ReadingValue.Dated(day.date()));
            case DateInput.Moment moment ->
                new Value(new ReadingValue.Moment(moment.at().atOffset(offset)));
            case DateInput.Blank ignored -> new Nothing();
            case DateInput.NotADate ignored -> new Wrong(wrong);
        };
    }

    private static Typed within(String typed, ReadingValue value) {
        return typed.length() > EntryLimits.TEXT ? new Wrong(RowErrors.tooLong(EntryLimits.TEXT)) : new Value(value);
    }

    private static Typed signature(String name, String strokes) {
        if (strokes.length() > EntryLimits.STROKES) {
            return new Wrong(RowErrors.strokesFull());
        }
        if (!name.isEmpty()) {
            return within(name, new ReadingValue.Signed(name, strokes));
        }
        return strokes.isEmpty()
                ? new Nothing()
                : new Wrong(PersonError.of("E-FORM-103", "inspection.error.signatureWithoutName"));
    }
}
