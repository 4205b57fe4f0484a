package xundang.desktop.platform.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;

/** Looks that a person can choose from. */
@SuppressWarnings("ImmutableEnumChecker") // the lists come from List.of
public enum ThemeChoice {
    LIGHT(new PrimerLight().getUserAgentStylesheet(), List.of("kit.css", "light.css")),
    DARK(new PrimerDark().getUserAgentStylesheet(), List.of("kit.css", "dark.css")),
    /** 日光模式: black on white, 18 px base, thicker lines, for a screen in the sun. */
    SUNLIGHT(new PrimerLight().getUserAgentStylesheet(), List.of("kit.css", "sunlight.css"));

    private final String base;
    private final List<String> sheets;

    ThemeChoice(String base, List<String> sheets) {
        this.base = base;
        this.sheets = sheets;
    }

    String base() {
        return base;
    }

    List<String> sheets() {
        return sheets;
    }

    /** Size of body text in pixels, before the person's own scale. */
    int basePixels() {
        return this == SUNLIGHT ? 18 : 14;
    }

    /** The next one, for the single switch in the status bar. */
    public ThemeChoice next() {
        return switch (this) {
            case LIGHT -> DARK;
            case DARK -> SUNLIGHT;
            case SUNLIGHT -> LIGHT;
        };
    }
}
