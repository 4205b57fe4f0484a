/** Pages for people with a browser: log-in, list, dossier (一物一档). Server-rendered, Chinese first, no scripts. */
@NullMarked
package xundang.server.web;

import org.jspecify.annotations.NullMarked;
