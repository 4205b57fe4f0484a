package xundang.server.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** A piece of a page. The only ways to make one are {@link #text}, which escapes, and {@link Tag}, whose names are checked. Immutable. */
public final class Html {
    private final String markup;

    Html(String markup) {
        this.markup = markup;
    }

    /** Text as people should read it; nothing in it is markup. */
    public static Html text(String text) {
        return new Html(escaped(text));
    }

    /** Nothing. */
    public static Html none() {
        return new Html("");
    }

    /** Pieces one after another. */
    public static Html all(Html... pieces) {
        return all(Arrays.asList(pieces));
    }

    /** Pieces one after another. */
    public static Html all(Collection<Html> pieces) {
        return new Html(pieces.stream().map(Html::markup).collect(Collectors.joining()));
    }

    /** The finished markup. */
    public String markup() {
        return markup;
    }

    /** Safe between tags and inside double-quoted attributes. Control characters, which HTML forbids, become a visible sign. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(forbidden(c) ? 0xFFFD : c);
            }
        });
        return safe.toString();
    }

    private static boolean forbidden(int c) {
        return (c < 0x20 && c != '\n' && c != '\t' && c != '\r') || (c >= 0x7F && c <= 0x9F);
    }
}
