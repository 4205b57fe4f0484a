/** The one JSON configuration for messages and data files; only this package builds a mapper. */
@NullMarked
package xundang.model.json;

import org.jspecify.annotations.NullMarked;
