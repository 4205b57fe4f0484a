package xundang.server.auth;

import java.util.Locale;
import xundang.model.account.Role;
import xundang.model.account.UserId;
import xundang.server.ledger.Scopes;

/** A person's account; the password's hash stays in its table. */
public record Account(UserId id, String login, String name, Role role, boolean disabled, Scopes scopes) {
    static String roleName(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** Reads a role as it is stored and typed, e.g. {@code asset_manager}; throws {@link IllegalArgumentException}. */
    public static Role role(String name) {
        return Role.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
