package xundang.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xundang.server.fixture.DatabaseInAService;
import xundang.server.fixture.HttpInAService;
import xundang.server.fixture.ShortCutResource;
import xundang.server.fixture.WritesRecordsDao;
import xundang.server.fixture.WritesTheFeedDao;
import xundang.server.platform.db.Tx;

class ServerArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("xundang.server");

    private static final List<ProvenRule> SERVER_RULES = List.of(
            new ProvenRule(
                    "SQL only in DAOs",
                    noClasses()
                            .that()
                            .haveSimpleNameNotEndingWith("Dao")
                            .and()
                            .resideOutsideOfPackage("xundang.server.platform.db..")
                            .should()
                            .dependOnClassesThat(
                                    resideInAnyPackage("org.jooq..", "java.sql..", "javax.sql..", "org.h2.."))
                            .orShould()
                            .callMethod(Tx.class, "dsl")
                            .because("services see an opaque Tx; a table has one owner"),
                    DatabaseInAService.class),
            new ProvenRule(
                    "resources go through services",
                    noClasses()
                            .that()
                            .haveSimpleNameEndingWith("Resource")
                            .should()
                            .dependOnClassesThat()
                            .haveSimpleNameEndingWith("Dao")
                            .because("rules must hold for every way in"),
                    ShortCutResource.class),
            new ProvenRule(
                    "HTTP only in resources",
                    noClasses()
                            .that()
                            .haveSimpleNameEndingWith("Service")
                            .or()
                            .haveSimpleNameEndingWith("Dao")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage("io.javalin..", "jakarta.servlet..")
                            .because("logic is called by commands and jobs too"),
                    HttpInAService.class));

    private static final ProvenRule ONE_WAY_IN = new ProvenRule(
            "only the ledger writes records and the feed",
            noClasses()
                    .that()
                    .resideOutsideOfPackage("xundang.server.ledger..")
                    .should(LedgerTables.write())
                    .because(
                            "a change that goes another way has no number in the feed: laptops would never learn of it"),
            WritesTheFeedDao.class,
            WritesRecordsDao.class);

    static Stream<ProvenRule> rules() {
        return Stream.of(CommonRules.ALL, SERVER_RULES, List.of(ONE_WAY_IN)).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theServerKeepsTheRule(ProvenRule rule) {
        rule.holdsFor(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleRefusesItsBadFixture(ProvenRule rule) {
        rule.refusesItsFixtures();
    }
}
