/** Record ids: UUIDv7, made by whoever creates the record, never by a database. */
@NullMarked
package xundang.model.id;

import org.jspecify.annotations.NullMarked;
