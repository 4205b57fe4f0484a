package xundang.server.platform.http;

import xundang.model.sync.Problem;

/** Ends a request with a problem answer. Its text is made for the person at the other end and holds nothing secret. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
