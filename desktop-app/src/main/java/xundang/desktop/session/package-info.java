/** Who works on this laptop: enrolment, offline log-in, keys. */
@NullMarked
package xundang.desktop.session;

import org.jspecify.annotations.NullMarked;
