package xundang.model.sync;

import java.util.List;

/** Which of these pictures does the server hold? Lower-case hex SHA-256, at most 500. */
public record BlobQuery(List<String> sha256) {}
