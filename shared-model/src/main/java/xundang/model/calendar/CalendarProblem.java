package xundang.model.calendar;

import java.util.Locale;
import xundang.model.text.ModelText;

/**
 * One thing that is wrong with a calendar file.
 *
 * @param line of the file, from 1; 0 for the file as a whole
 */
public record CalendarProblem(int line, ModelText text) {
    /** The wording for people. */
    public String in(Locale locale) {
        return text.in(locale);
    }
}
