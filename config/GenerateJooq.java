import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/**
 * Generates jOOQ classes from a module's Flyway migrations, so that SQL and Java cannot drift apart.
 *
 * <p>Run by the build as a source file. Arguments: migrations folder, target package, target folder. The migrations run on a real
 * in-memory H2 in PostgreSQL mode, because jOOQ's own parser accepts SQL that H2 refuses.
 */
public final class GenerateJooq {
    private static final String URL =
            "jdbc:h2:mem:generate;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    public static void main(String[] args) throws Exception {
        Flyway.configure()
                .dataSource(URL, "sa", "")
                .locations("filesystem:" + Path.of(args[0]).toAbsolutePath())
                .load()
                .migrate();
        GenerationTool.generate(new Configuration()
                .withLogging(org.jooq.meta.jaxb.Logging.WARN)
                .withJdbc(new Jdbc().withDriver("org.h2.Driver").withUrl(URL).withUser("sa").withPassword(""))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.h2.H2Database")
                                .withInputSchema("public")
                                .withOutputSchemaToDefault(true)
                                .withExcludes("flyway_schema_history"))
                        .withGenerate(new Generate().withRecords(true).withPojos(false).withDaos(false))
                        .withTarget(new Target().withPackageName(args[1]).withDirectory(args[2]))));
    }
}
