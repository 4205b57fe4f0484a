/** Between plain Java and JavaFX: the interface's thread, live texts, pictures of scenes, small shared parts. */
@NullMarked
package xundang.desktop.platform.fx;

import org.jspecify.annotations.NullMarked;
