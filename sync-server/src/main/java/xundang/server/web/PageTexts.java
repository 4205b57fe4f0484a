package xundang.server.web;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import xundang.model.template.Label;

/** The pages' wording in one language. */
public final class PageTexts {
    private static final String BUNDLE = "xundang.server.web.pages";

    private final boolean english;
    private final ResourceBundle bundle;

    private PageTexts(boolean english) {
        this.english = english;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                english ? Locale.ENGLISH : Locale.CHINA,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
    }

    /** English for {@code en}, Chinese for everything else. */
    public static PageTexts of(@Nullable String lang) {
        return new PageTexts("en".equals(lang));
    }

    /** A text with its arguments filled in. */
    public String get(String key, Object... args) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(args);
    }

    /** The side of a label that is in this language. */
    public String of(Label label) {
        return english ? label.en() : label.zh();
    }

    /** Whether the language is English. */
    public boolean english() {
        return english;
    }

    /** For the page's {@code lang} attribute. */
    public String htmlLang() {
        return english ? "en" : "zh-CN";
    }

    /** To be added to links, so that the language stays. */
    public String query() {
        return english ? "?lang=en" : "";
    }
}
