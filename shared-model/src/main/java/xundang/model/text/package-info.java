/** Chinese and English wording of what the model's checks find. */
@NullMarked
package xundang.model.text;

import org.jspecify.annotations.NullMarked;
