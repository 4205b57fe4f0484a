/** Photo bytes: resumable uploads, content-addressed files, downloads. */
@NullMarked
package xundang.server.blob;

import org.jspecify.annotations.NullMarked;
