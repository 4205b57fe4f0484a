package xundang.server.blob;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A part of a picture, both ends inclusive (RFC 9110 section 14). */
record ByteRange(long first, long last) {
    private static final Pattern SINGLE = Pattern.compile("bytes=([0-9]{0,15})-([0-9]{0,15})");

    /** How a Range header is to be answered. */
    sealed interface Asked {
        /** Send everything: no header, or one that may be passed over (several ranges, another unit). */
        record Whole() implements Asked {}

        /** Send this part. */
        record Part(ByteRange range) implements Asked {}

        /** The part lies outside. */
        record Outside() implements Asked {}
    }

    static Asked parse(@Nullable String header, long size) {
        Matcher matcher = SINGLE.matcher(Optional.ofNullable(header).orElse(""));
        if (!matcher.matches()
                || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
            return new Asked.Whole();
        }
        if (matcher.group(1).isEmpty()) {
            long suffix = Math.min(size, Long.parseLong(matcher.group(2)));
            return suffix == 0 ? new Asked.Outside() : new Asked.Part(new ByteRange(size - suffix, size - 1));
        }
        long first = Long.parseLong(matcher.group(1));
        long last = matcher.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(matcher.group(2)));
        if (first >= size) {
            return new Asked.Outside();
        }
        return last < first ? new Asked.Whole() : new Asked.Part(new ByteRange(first, last));
    }

    long length() {
        return last - first + 1;
    }
}
