package xundang.model.sync;

import java.util.List;

/**
 * What the server holds.
 *
 * @param stored complete, hash verified, on disk
 * @param unfinished to be continued at the given upload
 * @param missing not begun
 */
public record BlobStatus(List<String> stored, List<Unfinished> unfinished, List<String> missing) {
    /** A begun upload; {@code uploadUrl} is a path on the same server. */
    public record Unfinished(String sha256, String uploadUrl) {}
}
