package xundang.server.web;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

/** An element under construction: {@code Tag.of("a").attr("href", "/").with(Html.text("…"))}. Immutable. */
final class Tag {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*");
    private static final Set<String> ATTRIBUTES = Set.of(
            "action",
            "alt",
            "autocomplete",
            "charset",
            "class",
            "colspan",
            "content",
            "for",
            "href",
            "id",
            "lang",
            "loading",
            "maxlength",
            "method",
            "name",
            "rel",
            "required",
            "role",
            "scope",
            "src",
            "type",
            "value",
            "width",
            "height");
    private static final Set<String> ADDRESSES = Set.of("action", "href", "src");
    private static final Set<String> VOID = Set.of("br", "hr", "img", "input", "link", "meta");

    private final String name;
    private final String attributes;

    private Tag(String name, String attributes) {
        this.name = name;
        this.attributes = attributes;
    }

    static Tag of(String name) {
        if (!NAME.matcher(name).matches() || name.equals("script") || name.equals("style")) {
            throw new IllegalArgumentException("no element of ours: " + name);
        }
        return new Tag(name, "");
    }

    /** An element with a class for the style sheet. */
    static Tag of(String name, String cssClass) {
        return of(name).attr("class", cssClass);
    }

    /** The value is escaped; addresses must lead to this server, so that no data can become a script or lead away. */
    Tag attr(String attribute, String value) {
        if (!ATTRIBUTES.contains(attribute)) {
            throw new IllegalArgumentException("no attribute of ours: " + attribute);
        }
        if (ADDRESSES.contains(attribute) && !isOurs(value)) {
            throw new IllegalArgumentException("an address that leads away");
        }
        return new Tag(name, attributes + " " + attribute + "=\"" + Html.escaped(value) + "\"");
    }

    Html with(Html... children) {
        return element(Html.all(children));
    }

    Html with(Collection<Html> children) {
        return element(Html.all(children));
    }

    Html with(String text) {
        return element(Html.text(text));
    }

    private Html element(Html body) {
        String open = "<" + name + attributes + ">";
        return new Html(VOID.contains(name) ? open : open + body.markup() + "</" + name + ">");
    }

    /** Whether an address is a path on this server or a place on the page. */
    static boolean isOurs(String address) {
        return address.startsWith("#")
                || (address.matches("/([^/\\\\].*)?") && address.chars().allMatch(c -> c >= 0x20));
    }
}
