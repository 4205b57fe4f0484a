package xundang.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

/**
 * An architecture rule together with deliberately bad classes that it must refuse. A rule that cannot fail protects nothing.
 *
 * @param fixtures bad test classes; each must be reported
 */
public record ProvenRule(String name, ArchRule rule, Class<?>... fixtures) {

    /** Checks the rule against the product's classes. */
    public void holdsFor(JavaClasses product) {
        rule.check(product);
    }

    /** Checks that the rule reports every one of its fixtures. */
    public void refusesItsFixtures() {
        assertThat(fixtures).as("rule without a proof: %s", name).isNotEmpty();
        JavaClasses bad = new ClassFileImporter().importPackagesOf(fixtures);
        for (Class<?> fixture : fixtures) {
            assertThat(rule.evaluate(bad).getFailureReport().getDetails())
                    .as("%s must refuse %s", name, fixture.getName())
                    .anyMatch(detail ->
                            detail.contains(fixture.getSimpleName()) || detail.contains(fixture.getPackageName()));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
