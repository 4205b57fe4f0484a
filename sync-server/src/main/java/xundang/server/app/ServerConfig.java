package xundang.server.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import xundang.server.auth.LedgerIdentity;
import xundang.server.auth.PasswordHasher;

/**
 * How a server runs.
 *
 * @param data folder for the database, photos and locks
 * @param host address to listen on; loopback unless told otherwise
 * @param port 0 takes any free port
 * @param databaseUrl {@code jdbc:postgresql:…}; absent: an H2 file in the data folder
 * @param ledger code and name; of use on first start only
 * @param pollAfterS how long laptops wait before they ask again, in seconds
 * @param passwordCost cost of new password hashes
 */
public record ServerConfig(
        Path data,
        String host,
        int port,
        @Nullable String databaseUrl,
        LedgerIdentity ledger,
        int pollAfterS,
        PasswordHasher.Cost passwordCost) {
    /** Port when none is given. */
    public static final int DEFAULT_PORT = 8723;

    /** Default values around a data folder. */
    public static ServerConfig of(Path data) {
        return new ServerConfig(
                data, "127.0.0.1", DEFAULT_PORT, null, new LedgerIdentity("XD01", "巡档台账"), 60, PasswordHasher.STRONG);
    }

    /** The same on another port. */
    public ServerConfig withPort(int newPort) {
        return new ServerConfig(data, host, newPort, databaseUrl, ledger, pollAfterS, passwordCost);
    }

    /** The same on another database. */
    public ServerConfig withDatabaseUrl(@Nullable String url) {
        return new ServerConfig(data, host, port, url, ledger, pollAfterS, passwordCost);
    }

    /** The same with another cost of password hashes; for tests. */
    public ServerConfig withPasswordCost(PasswordHasher.Cost cost) {
        return new ServerConfig(data, host, port, databaseUrl, ledger, pollAfterS, cost);
    }

    /** Without the database URL, which may hold a password. */
    @Override
    public String toString() {
        return "ServerConfig[" + host + ":" + port + "]";
    }
}
