package xundang.desktop.platform.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import xundang.desktop.platform.crypto.Aead;
import xundang.desktop.platform.files.DataFolder;

/** Finding and reading the journal's segment files. Reading changes nothing. */
final class JournalFiles {
    private static final Pattern NAME = Pattern.compile("segment-(\\d{16})\\.xdj");

    private JournalFiles() {}

    /** Opens files for writing; a seam for tests of a full disk. */
    @FunctionalInterface
    interface ChannelOpener {
        ChannelOpener PLAIN = FileChannel::open;

        FileChannel open(Path file, StandardOpenOption... options) throws IOException;
    }

    /** What stands in the journal folder. */
    sealed interface Found {
        record Absent() implements Found {}

        /** A later program version wrote it. */
        record Newer() implements Found {}

        record Segment(Path file, JournalFormat.Header header, JournalScan scan) implements Found {}
    }

    static Path file(DataFolder folder, long segment) {
        return folder.journal().resolve("segment-%016d.xdj".formatted(segment));
    }

    /** Segments, newest first. More than one only after a crash between the birth of one and the end of its forerunner. */
    static List<Path> segments(DataFolder folder) throws IOException {
        if (!Files.isDirectory(folder.journal())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.journal())) {
            return files.filter(f -> number(f).isPresent())
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .toList();
        }
    }

    /** Reads the newest segment. It holds all that its forerunners held, or it would not have been given its name. */
    static Found read(DataFolder folder, Aead aead) throws IOException {
        List<Path> segments = segments(folder);
        if (segments.isEmpty()) {
            return new Found.Absent();
        }
        Path file = segments.getFirst();
        byte[] bytes = Files.readAllBytes(file);
        return switch (JournalFormat.readHeader(bytes, aead)) {
            case JournalFormat.HeaderRead.Newer newer -> new Found.Newer();
            case JournalFormat.HeaderRead.Good good ->
                new Found.Segment(file, good.header(), JournalScan.of(bytes, good.header(), aead));
            case JournalFormat.HeaderRead.Bad bad -> {
                JournalFormat.Header assumed =
                        new JournalFormat.Header(number(file).orElseThrow(), 0);
                yield new Found.Segment(
                        file, assumed, JournalScan.of(bytes, assumed, aead).withDamage("the header does not open"));
            }
        };
    }

    private static Optional<Long> number(Path file) {
        Matcher matcher = NAME.matcher(file.getFileName().toString());
        return matcher.matches() ? Optional.of(Long.parseLong(matcher.group(1))) : Optional.empty();
    }
}
