package xundang.server.platform.http;

import xundang.model.sync.Problem;

/** Ends a request with a problem answer. Its text is made for the person at the other end and holds nothing secret. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int RETRY_AFTER_S = 5;

    private final transient Problem problem;
    private final int retryAfterS;

    public ProblemException(Problem problem) {
        this(problem, RETRY_AFTER_S);
    }

    /** With the seconds after which the same request is welcome again; of use with 429 and 503 only. */
    public ProblemException(Problem problem, int retryAfterS) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.retryAfterS = retryAfterS;
    }

    /** Seconds. */
    public int retryAfterS() {
        return retryAfterS;
    }

    public Problem problem() {
        return problem;
    }
}
