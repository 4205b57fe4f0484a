package xundang.server.auth;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which passwords are accepted (trust requirement S2): long enough, not common, not made of what everybody knows here. */
public final class PasswordRules {
    private static final int MIN = 12;
    private static final int MAX = 128;
    private static final int NAME_PART = 4;

    /** Beginnings and bodies of the commonest long passwords, and this product's own words. */
    private static final List<String> COMMON = List.of(
            "password",
            "passw0rd",
            "p@ssw0rd",
            "123456",
            "654321",
            "111111",
            "000000",
            "888888",
            "666666",
            "qwerty",
            "qazwsx",
            "1qaz2wsx",
            "abc123",
            "abcdef",
            "admin",
            "administrator",
            "root",
            "welcome",
            "letmein",
            "iloveyou",
            "woaini",
            "5201314",
            "xundang",
            "xunjian",
            "巡档",
            "巡检",
            "管理员",
            "changeme");

    private PasswordRules() {}

    /** Why the password is refused, in Chinese; empty when it is fine. */
    public static Optional<String> complaint(String password, String login, String name) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN || length > MAX) {
            return Optional.of("密码须为 " + MIN + " 至 " + MAX + " 个字符。");
        }
        String plain = password.toLowerCase(Locale.ROOT);
        if (plain.codePoints().distinct().count() < NAME_PART) {
            return Optional.of("密码中不同的字符太少。");
        }
        if (contains(plain, login) || contains(plain, name)) {
            return Optional.of("密码不能包含登录名或姓名。");
        }
        String rest = plain;
        for (String word : COMMON) {
            rest = rest.replace(word, "");
        }
        if (rest.length() < MIN / 2) {
            return Optional.of("密码太常见，请换一个。");
        }
        return Optional.empty();
    }

    private static boolean contains(String password, String part) {
        String lower = part.toLowerCase(Locale.ROOT);
        return lower.length() >= 2 && password.contains(lower);
    }
}
