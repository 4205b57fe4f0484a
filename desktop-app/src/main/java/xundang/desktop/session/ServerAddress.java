package xundang.desktop.session;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A server's base address. Plain HTTP only to this same machine (trust requirement S34). */
record ServerAddress(String base, boolean allowed) {
    /** Literal loopback only: a name would have to be resolved, and whoever answers for the name decides where it leads. */
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    /** Empty if the text is not a web address. */
    static Optional<ServerAddress> parse(String text) {
        try {
            URI uri = new URI(text.strip());
            String scheme = uri.getScheme();
            String host = uri.getHost();
            if (scheme == null || host == null || uri.getUserInfo() != null || uri.getQuery() != null) {
                return Optional.empty();
            }
            String base = uri.toString();
            while (base.endsWith("/")) {
                base = base.substring(0, base.length() - 1);
            }
            String name = host.toLowerCase(Locale.ROOT);
            return switch (scheme.toLowerCase(Locale.ROOT)) {
                case "https" -> Optional.of(new ServerAddress(base, true));
                case "http" ->
                    Optional.of(new ServerAddress(base, LOOPBACK.matcher(name).matches()));
                default -> Optional.empty();
            };
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
