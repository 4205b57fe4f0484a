package xundang.server.importing;

import java.util.List;
import java.util.Map;
import xundang.model.sync.RecordType;

/**
 * What the import of one file did. With problems nothing was written.
 *
 * @param file as given
 * @param kind Chinese name of the kind of file; empty when it was not recognised
 * @param counts by type of record, in the order of the file's plan
 * @param gone what the last import of the same file named and this one does not; nothing is deleted for that
 * @param conflicts fields that the file and a person changed differently since the last import; they wait for a decision
 */
public record FileReport(
        String file,
        String kind,
        Map<RecordType, Counts> counts,
        int conflicts,
        List<String> gone,
        List<RowProblem> problems) {
    /** A file of which nothing was imported. */
    static FileReport refused(String file, String kind, List<RowProblem> problems) {
        return new FileReport(file, kind, Map.of(), 0, List.of(), List.copyOf(problems));
    }

    /** Records that the file made, left alone, or changed. */
    public record Counts(int created, int unchanged, int changed) {
        Counts plus(Counts more) {
            return new Counts(created + more.created, unchanged + more.unchanged, changed + more.changed);
        }
    }

    /** Whether the file was imported. */
    public boolean accepted() {
        return problems.isEmpty();
    }

    /** Lines that were refused. */
    public int refused() {
        return (int) problems.stream().mapToInt(RowProblem::line).distinct().count();
    }

    /** Counts of one type of record; zeros when the file has none. */
    public Counts of(RecordType type) {
        return counts.getOrDefault(type, new Counts(0, 0, 0));
    }
}
