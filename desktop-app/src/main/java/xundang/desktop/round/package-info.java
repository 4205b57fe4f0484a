/** Rounds (巡检轮次) on the laptop: what is due when, who does it, what was put off, and how far the period is. */
@NullMarked
package xundang.desktop.round;

import org.jspecify.annotations.NullMarked;
