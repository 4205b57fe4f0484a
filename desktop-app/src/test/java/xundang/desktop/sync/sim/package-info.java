/** A fleet of real client engines against the real server services in one thread, from one seed, with every fault that can be staged. */
@NullMarked
package xundang.desktop.sync.sim;

import org.jspecify.annotations.NullMarked;
