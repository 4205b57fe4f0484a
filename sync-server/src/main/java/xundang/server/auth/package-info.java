/** People, their laptops, passwords, codes and tokens. */
@NullMarked
package xundang.server.auth;

import org.jspecify.annotations.NullMarked;
