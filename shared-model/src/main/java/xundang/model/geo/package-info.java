/** Coordinates of objects: WGS-84 is canonical, other systems are converted or refused. */
@NullMarked
package xundang.model.geo;

import org.jspecify.annotations.NullMarked;
