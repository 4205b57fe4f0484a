package xundang.desktop.platform.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import xundang.desktop.platform.i18n.Language;
import xundang.desktop.platform.i18n.Texts;
import xundang.desktop.round.RoundItem;
import xundang.desktop.sync.RecordSyncState;
import xundang.model.template.Verdict;

class LookTest {
    private static final Set<String> THEMES = Set.of("light.css", "dark.css", "sunlight.css");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b(?=[;, )])|rgba?\\(");

    static Stream<Enum<?>> states() {
        return Stream.of(Verdict.values(), RecordSyncState.values(), RoundItem.State.values())
                .flatMap(Arrays::stream);
    }

    @ParameterizedTest
    @MethodSource("states")
    void everyStateHasALookAndAWord(Enum<?> state) {
        assertThatCode(() -> Look.of(state)).doesNotThrowAnyException();
        Texts texts = new Texts();
        for (Language language : Language.values()) {
            assertThat(texts.find(language, Look.of(state).textKey())).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void aVerdictHasTheModelsWord(Verdict verdict) {
        Texts texts = new Texts();
        for (Language language : Language.values()) {
            assertThat(texts.find(language, Look.of(verdict).textKey())).contains(language.of(verdict.label()));
        }
    }

    @Test
    void coloursStandInThemesOnly() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            List<Path> coloured = files.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(".css") || file.toString().contains("/ui/"))
                    .filter(file -> !THEMES.contains(file.getFileName().toString()))
                    .filter(LookTest::hasColour)
                    .toList();
            assertThat(coloured).isEmpty();
        }
    }

    private static boolean hasColour(Path file) {
        try {
            return COLOUR.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
