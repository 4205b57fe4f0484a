/** The look: font, themes, tokens, badges, and the empty, loading and error panels that every screen shares. */
@NullMarked
package xundang.desktop.platform.theme;

import org.jspecify.annotations.NullMarked;
