/** Rounds as the server sees them: what was planned, done and missed, and the plans and calendars that an administrator imports. */
@NullMarked
package xundang.server.round;

import org.jspecify.annotations.NullMarked;
