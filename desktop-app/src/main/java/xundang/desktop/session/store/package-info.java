/** Enrolment data inside the encrypted database. */
@NullMarked
package xundang.desktop.session.store;

import org.jspecify.annotations.NullMarked;
