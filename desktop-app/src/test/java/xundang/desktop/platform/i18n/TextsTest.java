package xundang.desktop.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keeps bundles and code in step: nothing missing, nothing left over. */
class TextsTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern LITERAL =
            Pattern.compile("\"((?:app|asset|inspection|platform|report|round|session|sync)\\.[A-Za-z0-9_.-]+)\"");
    private static final List<String> ERROR_PARTS = List.of(".what", ".safe", ".todo");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

    private final Texts texts = new Texts();

    private static Set<String> keys(Language language) {
        Set<String> keys = new TreeSet<>();
        for (String feature : Texts.FEATURES) {
            keys.addAll(ResourceBundle.getBundle(
                            "xundang.desktop." + feature + ".texts",
                            language == Language.ZH ? Locale.ROOT : language.locale(),
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                    .keySet());
        }
        return keys;
    }

    private static Set<String> ownKeys(String fileName) throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String feature : Texts.FEATURES) {
            Path file = Path.of("src", "main", "resources", "xundang", "desktop", feature, fileName);
            Files.readAllLines(file).stream()
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .forEach(keys::add);
        }
        return keys;
    }

    private static Set<String> literals() throws IOException {
        Set<String> found = new HashSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = LITERAL.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        }
        return found;
    }

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(ownKeys("texts_en.properties")).isEqualTo(ownKeys("texts.properties"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyKeyInTheCodeHasAText(Language language) throws IOException {
        Set<String> keys = keys(language);
        List<String> absent = literals().stream()
                .filter(literal -> !literal.endsWith(".") && TextsTest.isTextKey(literal))
                .filter(literal -> !keys.contains(literal)
                        && !keys.contains(literal + ".what")
                        && keys.stream()
                                .noneMatch(key -> key.startsWith(literal + ".")
                                        && ERROR_PARTS.stream().anyMatch(key::endsWith)))
                .toList();
        assertThat(absent).isEmpty();
    }

    /** Names of journal entries, record fields and op kinds look like keys but have only two parts. */
    private static boolean isTextKey(String literal) {
        return literal.chars().filter(character -> character == '.').count() >= 2;
    }

    @Test
    void noTextIsLeftOver() throws IOException {
        Set<String> used = literals();
        List<String> leftOver =
                keys(Language.ZH).stream().filter(key -> !isUsed(key, used)).toList();
        assertThat(leftOver).isEmpty();
    }

    private static boolean isUsed(String key, Set<String> used) {
        boolean partOfMessage = ERROR_PARTS.stream()
                .anyMatch(part -> key.endsWith(part) && used.contains(key.substring(0, key.length() - part.length())));
        boolean made = used.stream().anyMatch(literal -> literal.endsWith(".") && key.startsWith(literal));
        return used.contains(key) || partOfMessage || made;
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        List<String> different = keys(Language.ZH).stream()
                .filter(key -> !places(Language.ZH, key).equals(places(Language.EN, key)))
                .toList();
        assertThat(different).isEmpty();
    }

    private Set<String> places(Language language, String key) {
        Matcher matcher = PLACE.matcher(texts.find(language, key).orElse(""));
        Set<String> places = new TreeSet<>();
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    @Test
    void noTextShouts() {
        List<String> loud = Arrays.stream(Language.values())
                .flatMap(language -> keys(language).stream()
                        .map(key -> texts.find(language, key).orElse("")))
                .filter(text -> text.contains("!") || text.contains("！"))
                .toList();
        assertThat(loud).isEmpty();
    }

    @Test
    void argumentsAreFilledIn() {
        assertThat(texts.get(Language.ZH, "sync.words.bothWaiting", 3, 14)).isEqualTo("3 条记录、14 张照片待发送");
        assertThat(texts.get(Language.EN, "sync.words.bothWaiting", 1, 14)).isEqualTo("1 record, 14 photos waiting");
    }

    @Test
    void anUnknownKeyIsAnError() {
        assertThatThrownBy(() -> texts.get(Language.ZH, "app.no.such"))
                .isInstanceOf(MissingResourceException.class)
                .hasMessageContaining("app.no.such");
    }
}
