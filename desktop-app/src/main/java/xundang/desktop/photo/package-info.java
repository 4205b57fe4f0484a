/** Pictures as evidence: checked, hashed, kept as taken. */
@NullMarked
package xundang.desktop.photo;

import org.jspecify.annotations.NullMarked;
