/** Files that only their owner may read, written so that they survive a power cut. */
@NullMarked
package xundang.desktop.platform.files;

import org.jspecify.annotations.NullMarked;
