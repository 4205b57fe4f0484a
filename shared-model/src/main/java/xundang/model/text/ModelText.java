package xundang.model.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Something a check found, as a key and arguments, so that desktop and server say it in the same words.
 *
 * @param key key of the bundle {@code xundang/model/text/model}
 * @param args in order; an argument that is itself a key of the bundle is written {@code @key}
 */
public record ModelText(String key, List<String> args) {
    private static final String BUNDLE = "xundang.model.text.model";

    /** A text with these arguments. */
    public static ModelText of(String key, String... args) {
        return new ModelText(key, List.of(args));
    }

    /** The wording; Chinese unless the locale is English. */
    public String in(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
        Object[] words = args.stream()
                .map(arg -> arg.startsWith("@") && bundle.containsKey(arg.substring(1))
                        ? bundle.getString(arg.substring(1))
                        : arg)
                .toArray();
        return new MessageFormat(bundle.getString(key), locale).format(words);
    }
}
