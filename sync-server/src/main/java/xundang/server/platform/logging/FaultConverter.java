package xundang.server.platform.logging;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.util.Arrays;
import java.util.stream.Collectors;
import xundang.server.platform.db.DatabaseException;

/**
 * Writes a fault into the log: the classes of its causes with SQL state and code, and our own lines of their stacks. Never a message: those
 * of the database hold row values (trust requirement S38). Named {@code %fault} in {@code logback-server.xml}.
 */
public final class FaultConverter extends ThrowableHandlingConverter {
    private static final String OURS = "xundang.";
    private static final int MOST_CAUSES = 8;
    private static final int MOST_LINES = 12;

    @Override
    public String convert(ILoggingEvent event) {
        StringBuilder text = new StringBuilder();
        IThrowableProxy fault = event.getThrowableProxy();
        for (int i = 0; fault != null && i < MOST_CAUSES; i++) {
            text.append(i == 0 ? " | " : " < ")
                    .append(fault.getClassName())
                    .append(sqlState(fault))
                    .append(lines(fault));
            fault = fault.getCause();
        }
        return text.toString();
    }

    private static String sqlState(IThrowableProxy fault) {
        String code = fault instanceof ThrowableProxy known ? DatabaseException.codeOf(known.getThrowable()) : "";
        return code.isEmpty() ? "" : " (" + code + ")";
    }

    private static String lines(IThrowableProxy fault) {
        String lines = Arrays.stream(fault.getStackTraceElementProxyArray())
                .map(line -> line.getStackTraceElement())
                .filter(at -> at.getClassName().startsWith(OURS))
                .limit(MOST_LINES)
                .map(at -> at.getClassName() + "." + at.getMethodName() + ":" + at.getLineNumber())
                .collect(Collectors.joining(", "));
        return lines.isEmpty() ? "" : " at " + lines;
    }
}
