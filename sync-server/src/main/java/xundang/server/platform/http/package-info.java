/** What all resources share: reading bodies within limits, problem answers, who is asking. */
@NullMarked
package xundang.server.platform.http;

import org.jspecify.annotations.NullMarked;
