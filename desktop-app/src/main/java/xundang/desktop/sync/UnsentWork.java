package xundang.desktop.sync;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Work that exists on this laptop alone (未上传的工作), and a sealed package file that can carry it away. A package holds ops with their ids,
 * drafts, and the pictures of both, so that the same person can go on with it here or on another laptop: the server knows each op by its
 * id and applies it once, wherever it comes from. All of it blocks. {@link #unsent} and {@link #mayLeave} belong on the store thread; work
 * on a file never does: it may last as long as a slow stick wants, and hands each of its short steps to the store thread itself.
 */
public interface UnsentWork {
    /** What would be lost with this laptop now. */
    Unsent unsent();

    /**
     * Writes all of it into a package file, sealed under a passphrase; durable on return. What was written counts as exported until it
     * changes again; what is changed meanwhile does not. The passphrase is wiped. Throws {@link java.util.concurrent.CancellationException}
     * when cancelled; then there is no file, and nothing counts as exported.
     *
     * @param target must not exist
     */
    Unsent export(Path target, char[] passphrase, FileWatch watch) throws IOException;

    /**
     * Takes a package in. Taking it in twice, or where it came from, changes nothing. The passphrase is wiped. Throws
     * {@link java.util.concurrent.CancellationException} when cancelled; then nothing was taken in.
     */
    ImportOutcome importFrom(Path file, char[] passphrase, FileWatch watch) throws IOException;

    /** True if there is nothing unsent, or every bit of it is in an exported package. */
    boolean mayLeave();

    /**
     * What is unsent.
     *
     * @param ops changes that wait for the server's answer or were refused by it
     * @param drafts forms that were begun and not submitted
     * @param photos pictures that the server is not known to hold, those of drafts included
     * @param photoBytes these pictures together
     */
    record Unsent(int ops, int drafts, int photos, long photoBytes) {
        /** Nothing would be lost. */
        public boolean isEmpty() {
            return ops == 0 && drafts == 0 && photos == 0;
        }
    }

    /** How taking in a package ended. */
    sealed interface ImportOutcome {
        /** Everything of it is here, durable. */
        record TakenIn(Unsent what) implements ImportOutcome {}

        /** Another passphrase, or the file is damaged; which one cannot be told. Nothing was taken in. */
        record NotOpened() implements ImportOutcome {}

        /** Not a package, or one of a later version of this program. Nothing was taken in. */
        record NotReadable() implements ImportOutcome {}

        /** It is the work of another person or of another ledger. Nothing was taken in. */
        record NotYours() implements ImportOutcome {}
    }
}
