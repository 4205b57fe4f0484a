/** Sync over HTTP: protocol messages, tus uploads, enrolment. The only place that knows OkHttp. */
@NullMarked
package xundang.desktop.sync.http;

import org.jspecify.annotations.NullMarked;
