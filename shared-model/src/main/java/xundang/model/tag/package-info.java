/** Text of the label (标签) on an object, with its check digits. */
@NullMarked
package xundang.model.tag;

import org.jspecify.annotations.NullMarked;
