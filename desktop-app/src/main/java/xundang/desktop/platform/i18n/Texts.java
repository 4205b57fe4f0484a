package xundang.desktop.platform.i18n;

import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * All texts of the interface. The first part of a dotted key names the feature and so the bundle: {@code sync.words.offline} is in
 * {@code xundang/desktop/sync/texts.properties} (Chinese) and {@code texts_en.properties}. Arguments follow
 * {@link MessageFormat}. Immutable; any thread.
 */
public final class Texts {
    /** Features that bring a bundle. */
    public static final List<String> FEATURES =
            List.of("app", "asset", "inspection", "platform", "round", "session", "sync");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Map<Language, Map<String, String>> patterns = new EnumMap<>(Language.class);

    public Texts() {
        for (Language language : Language.values()) {
            patterns.put(language, read(language));
        }
    }

    private static Map<String, String> read(Language language) {
        Map<String, String> all = new HashMap<>();
        for (String feature : FEATURES) {
            ResourceBundle bundle =
                    ResourceBundle.getBundle("xundang.desktop." + feature + ".texts", language.locale(), NO_FALLBACK);
            bundle.keySet().forEach(key -> all.put(key, bundle.getString(key)));
        }
        return Map.copyOf(all);
    }

    /** The text with its arguments; throws {@link MissingResourceException} for a key that no bundle has. */
    public String get(Language language, String key, Object... arguments) {
        String pattern = find(language, key)
                .orElseThrow(() -> new MissingResourceException("no such text: " + key, Texts.class.getName(), key));
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, language.locale()).format(arguments);
    }

    /** The text, if there is one; for codes that come from data, such as a category that this version does not know. */
    public Optional<String> find(Language language, String key) {
        return Optional.ofNullable(patterns.getOrDefault(language, Map.of()).get(key));
    }
}
