package xundang.desktop.sync.http;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** The server's address. Every request goes there and nowhere else, so that a token never reaches another host. */
final class ServerUrl {
    /** Literal loopback only: whoever answers for a name would decide where it leads. */
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1");

    private final HttpUrl base;

    /** Throws {@link IllegalArgumentException} for what is no http(s) address, or plain http to another machine (requirement S34). */
    ServerUrl(String address) {
        base = HttpUrl.get(address);
        if (!base.isHttps() && !LOOPBACK.matcher(base.host()).matches()) {
            throw new IllegalArgumentException("plain http is for this machine only");
        }
    }

    HttpUrl.Builder path(String path) {
        return base.newBuilder().encodedPath(path).query(null).fragment(null);
    }

    /** An address that the server gave; throws {@link IllegalArgumentException} if it leads elsewhere. */
    HttpUrl given(String reference) {
        HttpUrl url = base.resolve(reference);
        if (url == null
                || !url.scheme().equals(base.scheme())
                || !url.host().equals(base.host())
                || url.port() != base.port()) {
            throw new IllegalArgumentException("an address outside the server");
        }
        return url;
    }
}
