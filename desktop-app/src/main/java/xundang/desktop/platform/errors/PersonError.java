package xundang.desktop.platform.errors;

import java.util.List;

/**
 * A failure as a person is told of it. The texts are {@code key.what}, {@code key.safe} and {@code key.todo}; each may use the arguments.
 *
 * @param code short code that support can look up, e.g. {@code E-STORE-101}
 * @param key common part of the three texts' keys
 * @param arguments values for the texts
 */
public record PersonError(String code, String key, List<Object> arguments) {
    public PersonError {
        arguments = List.copyOf(arguments);
    }

    /** An error whose texts need no or few values. */
    public static PersonError of(String code, String key, Object... arguments) {
        return new PersonError(code, key, List.of(arguments));
    }
}
