package xundang.model.asset;

import java.util.Locale;
import xundang.model.text.ModelText;

/**
 * Why a value does not fit its attribute.
 *
 * @param field field name in the record, e.g. {@code attr.rated_kva}
 * @param text wording for people
 */
public record AttributeProblem(String field, ModelText text) {
    /** The wording in Chinese, or in English for an English locale. */
    public String in(Locale locale) {
        return text.in(locale);
    }
}
