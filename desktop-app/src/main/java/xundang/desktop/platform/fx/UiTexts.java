package xundang.desktop.platform.fx;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import xundang.desktop.platform.i18n.Language;
import xundang.desktop.platform.i18n.Texts;
import xundang.desktop.platform.i18n.Times;
import xundang.model.template.Label;

/** The texts in the language that is switched on now, as values and as bindings that follow the switch. Interface's thread. */
public final class UiTexts {
    private final Texts texts;
    private final Times times;
    private final InstantSource clock;
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.ZH);

    public UiTexts(Texts texts, Times times, InstantSource clock) {
        this.texts = texts;
        this.times = times;
        this.clock = clock;
    }

    /** The language that is switched on. */
    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    public Language language() {
        return language.get();
    }

    /** The text as it reads now. */
    public String get(String key, Object... arguments) {
        return texts.get(language(), key, arguments);
    }

    /** The text of a code that comes from data, or the code itself if this version has no word for it. */
    public String ofCode(String prefix, String code) {
        return texts.find(language(), prefix + code).orElse(code);
    }

    /** The text, if the bundles have it. */
    public Optional<String> find(String key) {
        return texts.find(language(), key);
    }

    public String of(Label label) {
        return language().of(label);
    }

    /** The text, following the language and those arguments that are observable. */
    public ObservableValue<String> bind(String key, Object... arguments) {
        ObservableValue<?>[] changing =
                Stream.concat(Stream.of(language), observables(arguments)).toArray(ObservableValue<?>[]::new);
        return Bindings.createStringBinding(() -> get(key, values(arguments)), changing);
    }

    private static Stream<ObservableValue<?>> observables(Object[] arguments) {
        return Arrays.stream(arguments).<ObservableValue<?>>mapMulti((argument, sink) -> {
            if (argument instanceof ObservableValue<?> value) {
                sink.accept(value);
            }
        });
    }

    private static Object[] values(Object[] arguments) {
        return List.of(arguments).stream()
                .map(argument -> argument instanceof ObservableValue<?> value ? value.getValue() : argument)
                .toArray();
    }

    public Times times() {
        return times;
    }

    public InstantSource clock() {
        return clock;
    }
}
