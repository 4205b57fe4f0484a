package xundang.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {
    @Test
    void markupInTextIsShownNotObeyed() {
        assertThat(Tag.of("p").with("<script>alert('x')</script> & \"y\"").markup())
                .isEqualTo("<p>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;</p>");
    }

    @Test
    void anAttributeCannotBeLeft() {
        assertThat(Tag.of("input").attr("value", "\" onfocus=\"alert(1)").with().markup())
                .isEqualTo("<input value=\"&quot; onfocus=&quot;alert(1)\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "https://elsewhere", "//elsewhere", "/\\elsewhere", "/a\nb", ""})
    void addressesThatLeadAwayAreRefused(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> Tag.of("a").attr("href", address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"onclick", "style", "srcdoc"})
    void attributesThatCanRunScriptsDoNotExist(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Tag.of("a").attr(name, "x"));
    }

    @Test
    void scriptsDoNotExist() {
        assertThatIllegalArgumentException().isThrownBy(() -> Tag.of("script"));
    }

    @Test
    void controlCharactersBecomeVisible() {
        assertThat(Html.text("a\0b").markup()).isEqualTo("a\uFFFDb");
    }
}
