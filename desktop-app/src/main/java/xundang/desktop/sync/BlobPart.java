package xundang.desktop.sync;

/**
 * A piece of a picture.
 *
 * @param bytes from the offset that was asked for; fewer than asked at the end
 * @param total bytes of the whole picture
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way from the network to one reader; never compared or shared
public record BlobPart(byte[] bytes, long total) {}
