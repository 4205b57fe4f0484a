/** One honest sync: the outbox, pushing, pulling, photos, and the status that is always true. */
@NullMarked
package xundang.desktop.sync;

import org.jspecify.annotations.NullMarked;
