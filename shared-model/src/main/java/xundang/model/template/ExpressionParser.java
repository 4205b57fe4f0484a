package xundang.model.template;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the small language of limits and formulas: numbers, attribute names, slots of items ({@code V02.all}), {@code + - * /},
 * parentheses and {@code choose(attribute, 'value': expression, …)}.
 */
final class ExpressionParser {
    /** Deeper nesting is a mistake in the file, not a limit. */
    private static final int MAX_DEPTH = 20;

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:([0-9]{1,15}(?:\\.[0-9]{1,12})?)|([a-z][a-z0-9_]*|[A-Z][A-Za-z0-9]*(?:\\.[A-Za-z0-9_]+)?)|'([^']*)'|([-+*/(),:]))");

    /** Groups of {@link #TOKEN}. */
    private static final int NUMBER = 1;

    private static final int NAME = 2;
    private static final int TEXT = 3;
    private static final int SIGN = 4;

    /** What is wrong with the text, in words for the person who writes the template. */
    static final class BadExpression extends Exception {
        private static final long serialVersionUID = 1L;

        BadExpression(String message) {
            super(message);
        }
    }

    private enum Kind {
        NUMBER,
        NAME,
        TEXT,
        SIGN,
        END
    }

    private final String source;
    private final Matcher matcher;
    private int position;
    private int depth;
    private Kind kind = Kind.END;
    private String token = "";

    private ExpressionParser(String source) {
        this.source = source;
        this.matcher = TOKEN.matcher(source);
    }

    static Expression parse(String source) throws BadExpression {
        ExpressionParser parser = new ExpressionParser(source);
        parser.advance();
        Expression expression = parser.sum();
        if (parser.kind != Kind.END) {
            throw parser.unexpected();
        }
        return expression;
    }

    private Expression sum() throws BadExpression {
        Expression left = product();
        while (at('+') || at('-')) {
            char operator = take();
            left = new Expression.Operation(operator, left, product());
        }
        return left;
    }

    private Expression product() throws BadExpression {
        Expression left = factor();
        while (at('*') || at('/')) {
            char operator = take();
            left = new Expression.Operation(operator, left, factor());
        }
        return left;
    }

    private Expression factor() throws BadExpression {
        depth++;
        if (depth > MAX_DEPTH) {
            throw new BadExpression("嵌套超过 " + MAX_DEPTH + " 层");
        }
        Expression factor = factorInside();
        depth--;
        return factor;
    }

    private Expression factorInside() throws BadExpression {
        if (at('-')) {
            take();
            Expression zero = new Expression.Constant(Ratio.of(BigDecimal.ZERO));
            return new Expression.Operation('-', zero, factor());
        }
        if (at('(')) {
            take();
            Expression inner = sum();
            expect(')');
            return inner;
        }
        String text = token;
        if (kind == Kind.NUMBER) {
            advance();
            return new Expression.Constant(Ratio.of(new BigDecimal(text)));
        }
        if (kind != Kind.NAME) {
            throw unexpected();
        }
        advance();
        return text.equals("choose") && at('(') ? choose() : new Expression.Named(text);
    }

    private Expression choose() throws BadExpression {
        expect('(');
        String attribute = word(Kind.NAME);
        Map<String, Expression> branches = new LinkedHashMap<>();
        do {
            expect(',');
            String value = word(Kind.TEXT);
            expect(':');
            if (branches.put(value, sum()) != null) {
                throw new BadExpression("choose 中重复的取值 '" + value + "'");
            }
        } while (at(','));
        expect(')');
        return new Expression.Choose(attribute, Map.copyOf(branches));
    }

    private String word(Kind wanted) throws BadExpression {
        if (kind != wanted) {
            throw unexpected();
        }
        String word = token;
        advance();
        return word;
    }

    private boolean at(char sign) {
        return kind == Kind.SIGN && token.charAt(0) == sign;
    }

    private char take() throws BadExpression {
        char sign = token.charAt(0);
        advance();
        return sign;
    }

    private void expect(char sign) throws BadExpression {
        if (!at(sign)) {
            throw unexpected();
        }
        advance();
    }

    private void advance() throws BadExpression {
        int from = position;
        if (source.substring(from).isBlank()) {
            kind = Kind.END;
            token = "";
            position = source.length();
            return;
        }
        if (!matcher.region(from, source.length()).lookingAt()) {
            throw new BadExpression("第 " + (from + 1) + " 个字符处无法识别：" + source.substring(from));
        }
        position = matcher.end();
        kind = matcher.start(NUMBER) >= 0
                ? Kind.NUMBER
                : matcher.start(NAME) >= 0 ? Kind.NAME : matcher.start(TEXT) >= 0 ? Kind.TEXT : Kind.SIGN;
        token = switch (kind) {
            case NUMBER -> matcher.group(NUMBER);
            case NAME -> matcher.group(NAME);
            case TEXT -> matcher.group(TEXT);
            case SIGN, END -> matcher.group(SIGN);
        };
    }

    private BadExpression unexpected() {
        String found = kind == Kind.END ? "结尾" : "“" + token + "”";
        return new BadExpression("第 " + position + " 个字符处不该出现" + found + "：" + source);
    }
}
