package xundang.server.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import xundang.server.auth.LedgerIdentity;
import xundang.server.auth.PasswordHasher;

/** Where and how: from {@code server.toml}, then {@code XUNDANG_…} variables, then flags; the later one wins. */
final class ServerOptions {
    private static final String ENVIRONMENT_PREFIX = "XUNDANG_";

    @Option(names = "--config", paramLabel = "FILE", description = "配置文件（默认 server.toml，可以没有）")
    @Nullable
    Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "数据文件夹（默认 xundang-data）")
    @Nullable
    Path data;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "PostgreSQL 地址 jdbc:postgresql:…（默认用数据文件夹里的 H2）")
    @Nullable
    String databaseUrl;

    /** Puts everything together; {@code flags} are the values of further flags by key. */
    ServerConfig resolve(Map<String, String> environment, Map<String, String> flags) {
        Map<String, String> values = new HashMap<>(
                config == null ? ConfigFile.read(Path.of("server.toml"), false) : ConfigFile.read(config, true));
        environment.forEach((name, value) -> {
            if (name.startsWith(ENVIRONMENT_PREFIX)) {
                values.put(name.substring(ENVIRONMENT_PREFIX.length()).toLowerCase(Locale.ROOT), value);
            }
        });
        values.putAll(flags);
        if (data != null) {
            values.put("data", data.toString());
        }
        if (databaseUrl != null) {
            values.put("database_url", databaseUrl);
        }
        ServerConfig defaults = ServerConfig.of(Path.of(values.getOrDefault("data", "xundang-data")));
        return new ServerConfig(
                defaults.data(),
                values.getOrDefault("host", defaults.host()),
                number(values, "port", defaults.port(), 65_535),
                values.get("database_url"),
                ledger(values, defaults.ledger()),
                number(values, "poll_after_s", defaults.pollAfterS(), 3_600),
                PasswordHasher.STRONG);
    }

    private static LedgerIdentity ledger(Map<String, String> values, LedgerIdentity otherwise) {
        try {
            return new LedgerIdentity(
                    values.getOrDefault("ledger_code", otherwise.code()),
                    values.getOrDefault("ledger_name", otherwise.name()));
        } catch (IllegalArgumentException e) {
            throw new StartupException("台账代号须为 2 至 8 个大写字母或数字。", e);
        }
    }

    private static int number(Map<String, String> values, String key, int otherwise, int max) {
        String text = values.get(key);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) > max) {
            throw new StartupException(key + " 须为 0 至 " + max + " 的整数。");
        }
        return Integer.parseInt(text);
    }
}
