package xundang.desktop.sync;

/**
 * A piece of a picture.
 *
 * @param bytes from the offset that was asked for; fewer than asked at the end
 * @param total bytes of the whole picture
 */
public record BlobPart(byte[] bytes, long total) {}
