/** Photo metadata; the bytes live in a photo store on each side. */
@NullMarked
package xundang.model.photo;

import org.jspecify.annotations.NullMarked;
