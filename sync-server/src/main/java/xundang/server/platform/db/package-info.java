/** The database: H2 by default, PostgreSQL by one setting; transactions that are durable when they return. */
@NullMarked
package xundang.server.platform.db;

import org.jspecify.annotations.NullMarked;
