package xundang.desktop.app.demo;

/** A step of the story did not go as it must. The demo stops with exit code 1. */
final class DemoFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoFailure(String message) {
        super(message);
    }

    DemoFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
