/** The sync centre 同步中心, and the sync status in words. */
@NullMarked
package xundang.desktop.sync.ui;

import org.jspecify.annotations.NullMarked;
