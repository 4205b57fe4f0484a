package xundang.desktop.inspection.ui;

import xundang.desktop.inspection.SubmitOutcome;

/** How many rows a refused submission lacks, by what they lack. */
public record Gaps(int unanswered, int withoutPhoto, int withoutNote) {
    static Gaps of(SubmitOutcome.Incomplete lacking) {
        return new Gaps(
                lacking.unanswered().size(),
                lacking.withoutPhoto().size(),
                lacking.withoutNote().size());
    }
}
