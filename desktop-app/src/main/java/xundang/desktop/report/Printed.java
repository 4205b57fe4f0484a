package xundang.desktop.report;

import java.nio.file.Path;
import java.util.Set;

/**
 * What was printed.
 *
 * @param absentPhotos pictures whose place is marked as not on this laptop
 * @param missingCharacters characters that the font lacks; a box stands for each
 */
public record Printed(Path file, int inspections, int pages, int absentPhotos, Set<Integer> missingCharacters) {}
