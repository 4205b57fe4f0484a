package xundang.desktop.platform.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** The product's own log configuration, fed with a real database error whose message holds what a person typed. */
class LogScanTest {
    private static final String MARKER = "示例读数MARKER4711";

    @TempDir
    Path logs;

    private static DataAccessException violation() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            var dsl = DSL.using(connection, SQLDialect.H2);
            dsl.execute("create table reading (body varchar(100) primary key)");
            dsl.execute("insert into reading values ('" + MARKER + "')");
            return catchThrowableOfType(
                    DataAccessException.class, () -> dsl.execute("insert into reading values ('" + MARKER + "')"));
        }
    }

    private String logged(Exception fault) throws Exception {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        System.setProperty("xundang.logs", logs.toString());
        try {
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(LogScanTest.class.getResource("/logback.xml"));
            Logger log = context.getLogger("xundang.test");
            log.error("E-APP-100 shown to the person", new IllegalStateException(MARKER, fault));
        } finally {
            context.stop();
            System.clearProperty("xundang.logs");
        }
        return Files.readString(logs.resolve("desktop.log"));
    }

    @Test
    void theErrorReallyHoldsWhatWasTyped() throws Exception {
        assertThat(violation()).hasStackTraceContaining(MARKER);
    }

    @Test
    void aUniqueViolationIsLoggedWithItsCodesAndOurLinesButWithoutTheValues() throws Exception {
        assertThat(logged(violation()))
                .doesNotContain(MARKER)
                .contains(
                        "E-APP-100",
                        "IntegrityConstraintViolationException",
                        "SQL 23505/23505",
                        "LogScanTest.violation");
    }

    @Test
    void aFaultIsOneLine() throws Exception {
        assertThat(logged(violation()).lines()).hasSize(1);
    }
}
