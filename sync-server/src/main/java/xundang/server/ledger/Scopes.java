package xundang.server.ledger;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import xundang.server.platform.digest.Sha256;

/**
 * The sites whose records a person may hold.
 *
 * @param all every site, also those that are added later
 * @param sites site ids in text form; of no meaning when {@code all}
 */
public record Scopes(boolean all, Set<String> sites) {
    /** Scope of records that belong to no site. */
    public static final String NO_SITE = "*";

    /** From the stored entitlements, where {@code *} means all sites. */
    public static Scopes of(List<String> stored) {
        return new Scopes(stored.contains(NO_SITE), new TreeSet<>(stored));
    }

    /** Whether a record of that scope may be seen. Records of no site are for everyone who has an account. */
    public boolean mayRead(String scope) {
        return all || scope.equals(NO_SITE) || sites.contains(scope);
    }

    /** Whether a record of that scope may be changed, if the role allows it. */
    public boolean mayWrite(String scope) {
        return all || (sites.contains(scope) && !scope.equals(NO_SITE));
    }

    /** Short text that changes whenever the entitlement changes. */
    public String fingerprint() {
        return all ? NO_SITE : Sha256.hex(String.join(",", sites)).substring(0, 16);
    }
}
