/** Backups of the database and the photos, and their way back. */
@NullMarked
package xundang.server.backup;

import org.jspecify.annotations.NullMarked;
