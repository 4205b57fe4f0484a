package xundang.model.round;

import java.util.Locale;
import xundang.model.text.ModelText;

/** One thing that is wrong with a plan; {@code field} as in {@link PlanBody}. */
public record PlanProblem(String field, ModelText text) {
    /** The wording for people. */
    public String in(Locale locale) {
        return text.in(locale);
    }
}
