package xundang.server.platform.http;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import xundang.model.sync.Problem;

/**
 * Lets only so many requests in at once and only so many wait; the rest is answered at once with 503 and told when to come back. After an
 * outage thousands of laptops return in the same minute: what a server cannot do yet must cost it nothing. Thread-safe.
 */
public final class Admission {
    private static final int SPREAD_S = 25;
    private static final int LEAST_S = 5;

    private final Semaphore inside;
    private final Semaphore waiting;
    private final long patienceMs;
    private final AtomicInteger turnedAway = new AtomicInteger();

    /**
     * @param atOnce requests that are worked on at the same time
     * @param queue requests that may wait for that
     * @param patienceMs how long one waits
     */
    public Admission(int atOnce, int queue, long patienceMs) {
        this.inside = new Semaphore(atOnce, true);
        this.waiting = new Semaphore(atOnce + queue);
        this.patienceMs = patienceMs;
    }

    /** Does the work when its turn comes. Throws {@link ProblemException} 503 when it does not. */
    public void run(Runnable work) {
        if (!waiting.tryAcquire()) {
            throw later();
        }
        try {
            if (!inside.tryAcquire(patienceMs, TimeUnit.MILLISECONDS)) {
                throw later();
            }
            try {
                work.run();
            } finally {
                inside.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw later();
        } finally {
            waiting.release();
        }
    }

    /** Each one is sent to another second, so that they do not all come back at once. */
    private ProblemException later() {
        int seconds = LEAST_S + Math.floorMod(turnedAway.getAndIncrement(), SPREAD_S);
        Problem problem = Problems.busy().problem();
        return new ProblemException(problem, seconds);
    }
}
