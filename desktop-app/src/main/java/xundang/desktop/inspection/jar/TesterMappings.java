package xundang.desktop.inspection.jar;

import java.util.Optional;

/** Which column is which in the files of the testers that were used on this laptop. Store thread only. */
public interface TesterMappings {
    /**
     * How a file with these headings was read last.
     *
     * @param signature see {@link MappingGuess#signature}
     */
    Optional<ColumnMapping> recall(String signature);

    /** Remembers how a file with these headings was read. */
    void remember(String signature, ColumnMapping mapping);
}
