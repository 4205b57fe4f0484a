package xundang.desktop.asset;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Makes what is typed and what is searched comparable: full-width and upper-case letters count as plain ones. */
final class SearchWords {
    private SearchWords() {}

    /** The text as it is searched in. */
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** The words that must all be found; none for a blank text. */
    static List<String> of(String typed) {
        return Arrays.stream(fold(typed).split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}
