/** The shell: rail, content, status bar, find panel and keys. */
@NullMarked
package xundang.desktop.app.ui;

import org.jspecify.annotations.NullMarked;
