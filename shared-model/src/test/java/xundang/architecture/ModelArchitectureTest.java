package xundang.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xundang.model.fixture.BuildsItsOwnMapper;
import xundang.model.fixture.DependsOnATestLibrary;

class ModelArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("xundang.model");

    private static final List<ProvenRule> MODEL_RULES = List.of(
            new ProvenRule(
                    "the model depends on the JDK, JSpecify and Jackson only",
                    classes()
                            .that()
                            .resideInAPackage("xundang.model..")
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(
                                    "xundang.model..",
                                    "java..",
                                    "javax.crypto..",
                                    "org.jspecify..",
                                    "com.fasterxml.jackson.annotation..",
                                    "tools.jackson..")
                            .because("both sides and every future side share it"),
                    DependsOnATestLibrary.class),
            new ProvenRule(
                    "one place configures JSON",
                    noClasses()
                            .that()
                            .resideOutsideOfPackage("xundang.model.json..")
                            .should()
                            .dependOnClassesThat()
                            .haveFullyQualifiedName("tools.jackson.databind.json.JsonMapper$Builder")
                            .because("both sides must read a number or a time the same way"),
                    BuildsItsOwnMapper.class));

    static Stream<ProvenRule> rules() {
        return Stream.concat(CommonRules.ALL.stream(), MODEL_RULES.stream());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theModelKeepsTheRule(ProvenRule rule) {
        rule.holdsFor(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleRefusesItsBadFixture(ProvenRule rule) {
        rule.refusesItsFixtures();
    }
}
