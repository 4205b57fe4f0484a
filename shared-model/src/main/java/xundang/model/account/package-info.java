/** People, their roles and their devices. */
@NullMarked
package xundang.model.account;

import org.jspecify.annotations.NullMarked;
