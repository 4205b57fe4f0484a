/** Today 今日 and the progress 完成情况 of rounds. */
@NullMarked
package xundang.desktop.round.ui;

import org.jspecify.annotations.NullMarked;
