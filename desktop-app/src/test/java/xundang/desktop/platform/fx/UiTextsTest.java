package xundang.desktop.platform.fx;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import org.junit.jupiter.api.Test;
import xundang.desktop.platform.i18n.Language;
import xundang.desktop.testing.Desk;

class UiTextsTest {
    private final UiTexts texts = new Desk().texts;

    @Test
    void aBoundTextFollowsTheLanguage() {
        ObservableValue<String> word = texts.bind("app.nav.today");
        assertThat(word.getValue()).isEqualTo("今日");
        texts.languageProperty().set(Language.EN);
        assertThat(word.getValue()).isEqualTo("Today");
    }

    @Test
    void aBoundTextFollowsItsArguments() {
        SimpleIntegerProperty waiting = new SimpleIntegerProperty(3);
        ObservableValue<String> words = texts.bind("sync.words.recordsWaiting", waiting);
        waiting.set(4);
        assertThat(words.getValue()).isEqualTo("4 条记录待发送");
    }

    @Test
    void aCodeWithoutAWordIsShownAsItIs() {
        assertThat(texts.ofCode("asset.category.", "quantum_link")).isEqualTo("quantum_link");
    }
}
