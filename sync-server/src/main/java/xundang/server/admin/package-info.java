/** What an administrator does from the command line. */
@NullMarked
package xundang.server.admin;

import org.jspecify.annotations.NullMarked;
