package xundang.server.blob;

import java.nio.file.Path;

/**
 * A file with all that will come.
 *
 * @param size its bytes
 * @param sha256 of these bytes, lower-case hex
 */
record ReceivedFile(Path path, long size, String sha256) {}
