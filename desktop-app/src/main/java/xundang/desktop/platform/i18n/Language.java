package xundang.desktop.platform.i18n;

import java.util.Locale;
import xundang.model.template.Label;

/** Languages of the interface. Chinese is the original and the default. */
public enum Language {
    ZH(Locale.SIMPLIFIED_CHINESE),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The locale that numbers and dates are written in. */
    public Locale locale() {
        return locale;
    }

    /** The other one; the switch in the status bar has two positions. */
    public Language other() {
        return this == ZH ? EN : ZH;
    }

    /** This language's side of a two-language label. */
    public String of(Label label) {
        return this == ZH ? label.zh() : label.en();
    }
}
