/** The messages that desktop and server exchange. Protocol: docs/protocol.md. */
@NullMarked
package xundang.model.sync;

import org.jspecify.annotations.NullMarked;
