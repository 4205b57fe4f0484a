package xundang.desktop.app.demo;

import java.io.PrintWriter;

/** Tells the process that watches what a chapter does, line by line. */
final class Teller {
    private final PrintWriter out;

    Teller(PrintWriter out) {
        this.out = out;
    }

    void step(String what) {
        line(LaptopProcess.STEP + what);
    }

    void checked(String what) {
        line(LaptopProcess.CHECK + what);
    }

    /** Passes if the condition holds; otherwise the chapter, and with it the demo, has failed. */
    void check(String what, boolean holds) {
        if (!holds) {
            throw new DemoFailure("不成立 · does not hold: " + what);
        }
        checked(what);
    }

    void note(String what) {
        line(LaptopProcess.NOTE + what);
    }

    void result(String what) {
        line(LaptopProcess.RESULT + what);
    }

    void failed(String what) {
        line(LaptopProcess.FAILED + what);
    }

    /** Asks for SIGKILL and waits for it. */
    void killMe() {
        line(LaptopProcess.KILL_ME);
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new DemoFailure("was not killed");
    }

    private void line(String text) {
        // The one who listens reads lines; what a screen says may have several.
        out.println(text.replaceAll("\\R", " "));
        out.flush();
    }
}
