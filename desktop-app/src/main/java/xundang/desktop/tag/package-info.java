/** Labels (标签) as a camera sees them: finding and reading QR codes in pictures, however badly taken. */
@NullMarked
package xundang.desktop.tag;

import org.jspecify.annotations.NullMarked;
