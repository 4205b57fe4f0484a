package xundang.desktop.platform.db;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks for a text in every file below a folder, in the encodings in which Java, JSON and H2 could have written it. */
public final class DiskScan {
    private DiskScan() {}

    /** Files that hold the text in UTF-8, UTF-16 or, its Latin part, as Latin-1. */
    public static List<Path> filesHolding(Path folder, String text) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                boolean holds = Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)
                        .anyMatch(charset -> content.contains(asBytes(text, charset)));
                String latin = text.replaceAll("[^ -~]", "");
                if (holds || (!latin.isEmpty() && content.contains(latin))) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static String asBytes(String text, Charset charset) {
        return new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
    }
}
