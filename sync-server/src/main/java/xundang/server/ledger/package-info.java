/** The one write path: ops become records, feed entries and audit rows in one commit. */
@NullMarked
package xundang.server.ledger;

import org.jspecify.annotations.NullMarked;
