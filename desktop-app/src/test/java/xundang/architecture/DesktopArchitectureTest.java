package xundang.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DesktopArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("xundang.desktop");

    static Stream<ProvenRule> rules() {
        return Stream.concat(CommonRules.ALL.stream(), DesktopRules.ALL.stream());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theDesktopKeepsTheRule(ProvenRule rule) {
        rule.holdsFor(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleRefusesItsBadFixture(ProvenRule rule) {
        rule.refusesItsFixtures();
    }
}
