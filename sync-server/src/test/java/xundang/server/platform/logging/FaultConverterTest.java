package xundang.server.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the server's own log configuration writes of a fault. */
class FaultConverterTest {
    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void configure() throws JoranException {
        URL file = Objects.requireNonNull(FaultConverterTest.class.getResource("/logback-server.xml"));
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(file);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void aFaultIsWrittenWithItsClassesStateAndPlaceButWithoutAWordOfItsMessages() {
        SQLException inside = new SQLException("value '示例读数 54.2' in row 7", "23505", 23505);
        String line = written("push failed", new IllegalStateException("刘示例", inside));
        assertThat(line)
                .contains("push failed", "IllegalStateException", "SQLException (SQL state 23505, code 23505)")
                .contains("FaultConverterTest.aFaultIsWritten")
                .doesNotContain("54.2")
                .doesNotContain("刘示例");
    }

    @Test
    void aLineBreakInAMessageCannotForgeALogLine() {
        assertThat(written("one\n2026-11-21 two", null).lines()).hasSize(1);
    }

    private String written(String message, Throwable fault) {
        ch.qos.logback.classic.Logger logger = context.getLogger("xundang.server.push.PushService");
        ConsoleAppender<?> appender =
                (ConsoleAppender<?>) context.getLogger("ROOT").getAppender("err");
        PatternLayoutEncoder encoder = (PatternLayoutEncoder) appender.getEncoder();
        LoggingEvent event =
                new LoggingEvent("test", logger, ch.qos.logback.classic.Level.ERROR, message, fault, new Object[0]);
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }
}
