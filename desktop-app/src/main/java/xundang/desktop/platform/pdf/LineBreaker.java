package xundang.desktop.platform.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Breaks a text into lines: between any two Chinese characters, between Latin words only at spaces, and by the rules of 禁则: no closing
 * mark begins a line, no opening mark ends one. A word that is wider than the line is broken anywhere.
 */
final class LineBreaker {
    private static final String NEVER_FIRST = "，。、；：？！）】》〉」』”’…—％‰℃°·,.;:?!)]}%／/";
    private static final String NEVER_LAST = "（【《〈「『“‘([{￥¥§";

    private LineBreaker() {}

    /** @param width of a text, in the unit of {@code most} */
    static List<String> lines(String text, double most, ToDoubleFunction<String> width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : clean(text).split("\n", -1)) {
            lines.addAll(paragraph(paragraph, most, width));
        }
        return lines;
    }

    /** Control characters have no place on paper; a tab is a space. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            if (c == '\n') {
                clean.append('\n');
            } else if (c == '\u2009' || c == '\u00a0') {
                // The thin space before a unit: the font has none, and no line ends there.
                clean.append('\u00a0');
            } else if (c == '\t' || Character.isSpaceChar(c)) {
                clean.append(c == '\u3000' ? Character.toString(c) : " ");
            } else if (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    private static List<String> paragraph(String text, double most, ToDoubleFunction<String> width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces(text)) {
            if (width.applyAsDouble(line + piece.stripTrailing()) <= most) {
                line.append(piece);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            for (String part : fitting(piece.stripLeading(), most, width)) {
                if (!line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(part);
            }
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** A piece that is too wide for any line, in parts. */
    private static List<String> fitting(String piece, double most, ToDoubleFunction<String> width) {
        if (width.applyAsDouble(piece.stripTrailing()) <= most) {
            return List.of(piece);
        }
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        piece.codePoints().forEach(c -> {
            if (!part.isEmpty() && width.applyAsDouble(part + Character.toString(c)) > most) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.appendCodePoint(c);
        });
        parts.add(part.toString());
        return parts;
    }

    /** What may not be broken. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int before = -1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (before >= 0 && mayBreak(before, c)) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(c);
            before = c;
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static boolean mayBreak(int before, int after) {
        if (NEVER_FIRST.indexOf(after) >= 0 || NEVER_LAST.indexOf(before) >= 0 || isSpace(after)) {
            return false;
        }
        return isSpace(before) || isWide(before) || isWide(after);
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\u3000';
    }

    /** Chinese characters and their marks: what is set without spaces between words. */
    private static boolean isWide(int c) {
        return (c >= 0x2E80 && c <= 0x9FFF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFF00 && c <= 0xFFEF)
                || c >= 0x20000;
    }
}
