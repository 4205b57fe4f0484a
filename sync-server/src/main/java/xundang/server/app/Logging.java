package xundang.server.app;

/** Sends the program's log to standard error, so that standard output stays readable for scripts. */
final class Logging {
    private static final String KEY = "logback.configurationFile";

    private Logging() {}

    /** Must be called before the first log line; an operator's own setting wins. */
    static void toStandardError() {
        if (System.getProperty(KEY) == null) {
            System.setProperty(KEY, "logback-server.xml");
        }
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }
}
