/** Log-in and first enrolment as the person sees them. */
@NullMarked
package xundang.desktop.session.ui;

import org.jspecify.annotations.NullMarked;
