package xundang.desktop.platform.errors;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import xundang.desktop.platform.db.StoreFaults;

/**
 * Writes a fault into the log: classes, SQL state and code, and our own lines of its stack. Never a message: those of the database hold row
 * values (trust requirement S38). Named {@code %fault} in {@code logback.xml}.
 */
public final class FaultConverter extends ThrowableHandlingConverter {
    private static final String OURS = "xundang.";
    private static final int MOST_CAUSES = 8;
    private static final int MOST_LINES = 12;

    @Override
    public String convert(ILoggingEvent event) {
        StringBuilder text = new StringBuilder();
        IThrowableProxy fault = event.getThrowableProxy();
        if (fault instanceof ThrowableProxy known) {
            text.append(" | ").append(StoreFaults.code(known.getThrowable()));
        }
        for (int i = 0; fault != null && i < MOST_CAUSES; i++) {
            text.append(i == 0 ? " | " : " < ").append(fault.getClassName());
            lines(fault, text);
            fault = fault.getCause();
        }
        return text.toString();
    }

    private static void lines(IThrowableProxy fault, StringBuilder text) {
        int written = 0;
        for (StackTraceElementProxy line : fault.getStackTraceElementProxyArray()) {
            StackTraceElement at = line.getStackTraceElement();
            if (at.getClassName().startsWith(OURS) && written < MOST_LINES) {
                text.append(written == 0 ? " at " : ", ")
                        .append(at.getClassName())
                        .append('.')
                        .append(at.getMethodName())
                        .append(':')
                        .append(at.getLineNumber());
                written++;
            }
        }
    }
}
