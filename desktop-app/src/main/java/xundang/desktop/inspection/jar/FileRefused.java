package xundang.desktop.inspection.jar;

/** A file that is not read as a tester's, on the way out of a reader. */
final class FileRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final FileRefusal why;

    FileRefused(FileRefusal why) {
        super(why.name());
        this.why = why;
    }

    FileRefused(FileRefusal why, Throwable cause) {
        super(why.name(), cause);
        this.why = why;
    }

    FileRefusal why() {
        return why;
    }
}
