/** The card that asks where a print goes and says what became of it. */
@NullMarked
package xundang.desktop.report.ui;

import org.jspecify.annotations.NullMarked;
