/** The tables of rounds: marks and shares. */
@NullMarked
package xundang.desktop.round.store;

import org.jspecify.annotations.NullMarked;
