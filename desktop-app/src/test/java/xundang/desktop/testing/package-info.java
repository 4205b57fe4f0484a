/** Doubles for view models and pictures: in memory, with data of the Yangpu machine room (杨浦机房) from the seed ledger. */
@NullMarked
package xundang.desktop.testing;

import org.jspecify.annotations.NullMarked;
