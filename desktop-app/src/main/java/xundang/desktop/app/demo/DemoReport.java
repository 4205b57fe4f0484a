package xundang.desktop.app.demo;

import java.io.PrintWriter;

/** Prints the story: each step, and under it what was checked. Written for a person who watches. */
final class DemoReport {
    private final PrintWriter out;
    private int steps;
    private int checks;

    DemoReport(PrintWriter out) {
        this.out = out;
    }

    /** A new step begins. */
    void step(String what) {
        steps++;
        out.printf("%n%2d. %s%n", steps, what);
        out.flush();
    }

    /** Something was looked at and found as expected. */
    void checked(String what) {
        checks++;
        out.println("    ✓ " + what);
        out.flush();
    }

    /** Something worth knowing that is no check. */
    void note(String what) {
        out.println("      " + what);
        out.flush();
    }

    /** The closing line. */
    void end(String outFolder) {
        out.printf("%n%d steps, %d checks. Pictures and pages: %s%n", steps, checks, outFolder);
        out.flush();
    }
}
