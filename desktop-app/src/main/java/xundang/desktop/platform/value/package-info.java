/** What fields of an object mean to people: labels, words for codes, and typed texts as values. Pure. */
@NullMarked
package xundang.desktop.platform.value;

import org.jspecify.annotations.NullMarked;
