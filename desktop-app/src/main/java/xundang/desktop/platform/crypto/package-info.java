/** Algorithms behind one seam: sealing, key derivation, password stretching. Every sealed value names its algorithm. */
@NullMarked
package xundang.desktop.platform.crypto;

import org.jspecify.annotations.NullMarked;
