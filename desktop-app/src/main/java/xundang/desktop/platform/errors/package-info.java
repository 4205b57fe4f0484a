/** What a person is told when something fails: what happened, what is safe, what to do, and a short code. */
@NullMarked
package xundang.desktop.platform.errors;

import org.jspecify.annotations.NullMarked;
