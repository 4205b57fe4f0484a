/** The photo database. */
@NullMarked
package xundang.desktop.photo.store;

import org.jspecify.annotations.NullMarked;
