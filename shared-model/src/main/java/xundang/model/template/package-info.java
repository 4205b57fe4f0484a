/** Inspection templates: data files, their expansion for one asset, verdicts and computed values. */
@NullMarked
package xundang.model.template;

import org.jspecify.annotations.NullMarked;
