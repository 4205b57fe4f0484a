package xundang.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xundang.server.fixture.DatabaseInAService;
import xundang.server.fixture.HttpInAService;
import xundang.server.fixture.ShortCutResource;
import xundang.server.fixture.WritesPastTheLedgerDao;
import xundang.server.platform.db.Tx;

class ServerArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("xundang.server");

    private static final String GENERATED = "xundang.server.platform.db.generated.";

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
                    HttpInAService.class),
            new ProvenRule(
                    "one way into the ledger",
                    codeUnits()
                            .that()
                            .areDeclaredInClassesThat()
                            .resideOutsideOfPackages("xundang.server.ledger", "xundang.server.platform.db..")
                            .should(notWriteTheLedgersTables())
                            .because(
                                    "every writer (sync, import, jobs, commands) must be numbered, audited and seen by the feed"),
                    WritesPastTheLedgerDao.class));

    /** Tables that only {@code xundang.server.ledger} writes; others may read them. */
    private static final Set<String> OF_THE_LEDGER = Set.of(
            "LEDGER_RECORD",
            "CHANGE_INDEX",
            "SYNC_HEAD",
            "SYNC_COMMIT",
            "OP_RESULT",
            "HELD_OP",
            "ASSET_VIEW",
            "AUDIT",
            "AUDIT_HEAD",
            "NUMBER_LOCK");

    private static final Set<String> WRITING = Set.of(
            "insertInto",
            "update",
            "deleteFrom",
            "delete",
            "mergeInto",
            "truncate",
            "truncateTable",
            "newRecord",
            "executeInsert",
            "executeUpdate",
            "executeDelete",
            "batchInsert",
            "batchStore",
            "batchUpdate",
            "batchDelete",
            "loadInto");

    private static ArchCondition<JavaCodeUnit> notWriteTheLedgersTables() {
        return new ArchCondition<>("not write the ledger's tables") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                boolean names = unit.getFieldAccesses().stream()
                        .anyMatch(access -> access.getTargetOwner().getName().startsWith(GENERATED)
                                && OF_THE_LEDGER.contains(access.getName()));
                boolean writes = unit.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> WRITING.contains(call.getName())
                                && call.getTargetOwner().getName().startsWith("org.jooq."));
                if (names && writes) {
                    events.add(
                            SimpleConditionEvent.violated(unit, unit.getFullName() + " writes a table of the ledger"));
                }
            }
        };
    }

    static Stream<ProvenRule> rules() {
        return Stream.concat(CommonRules.ALL.stream(), SERVER_RULES.stream());
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
