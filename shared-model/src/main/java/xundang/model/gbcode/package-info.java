/** GB/T 28181 device codes (国标编码) and their rules R1 to R8. */
@NullMarked
package xundang.model.gbcode;

import org.jspecify.annotations.NullMarked;
