package xundang.server.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code server.toml}: lines of {@code key = "text"} or {@code key = number}, and comments. The file needs nothing more of TOML, so
 * anything more is refused with its line number rather than misread.
 */
final class ConfigFile {
    private static final Pattern LINE =
            Pattern.compile("\\s*([a-z_]+)\\s*=\\s*(?:\"([^\"\\\\]*)\"|'([^']*)'|([0-9]+))\\s*(?:#.*)?");
    private static final Set<String> KEYS =
            Set.of("data", "host", "port", "database_url", "ledger_code", "ledger_name", "poll_after_s");

    private ConfigFile() {}

    /** The values by key; none when the file does not exist and was not asked for by name. */
    static Map<String, String> read(Path file, boolean required) {
        try {
            return parse(file, Files.readAllLines(file));
        } catch (NoSuchFileException e) {
            if (required) {
                throw new StartupException("没有配置文件：" + file, e);
            }
            return Map.of();
        } catch (IOException e) {
            throw new StartupException("配置文件读不了：" + file, e);
        }
    }

    private static Map<String, String> parse(Path file, List<String> lines) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches() || !KEYS.contains(matcher.group(1))) {
                throw new StartupException("配置文件 " + file + " 第 " + (i + 1) + " 行看不懂。可用的项："
                        + KEYS.stream().sorted().toList());
            }
            for (int group = 2; group <= 4; group++) {
                String value = matcher.group(group);
                if (value != null) {
                    values.put(matcher.group(1), value);
                }
            }
        }
        return values;
    }
}
