/** The threads: one for the store, one for the network, a timer. */
@NullMarked
package xundang.desktop.platform.tasks;

import org.jspecify.annotations.NullMarked;
