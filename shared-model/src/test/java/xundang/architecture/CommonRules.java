package xundang.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import xundang.architecture.fixture.AsksTheSystemClock;
import xundang.architecture.fixture.MakesRandomIds;
import xundang.architecture.fixture.PrintsToTheConsole;

/** Rules that every module keeps; docs/architecture-rules.md lists them all. */
public final class CommonRules {
    private static final Set<String> CLOCKS = Set.of(
            Instant.class.getName(),
            LocalDate.class.getName(),
            LocalDateTime.class.getName(),
            OffsetDateTime.class.getName(),
            ZonedDateTime.class.getName());

    private static final ArchRule NULL_MARKED = classes()
            .should(beInANullMarkedPackage())
            .because("NullAway checks only null-marked packages; an unmarked one would go unchecked");

    private static final ArchRule NO_CONSOLE = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.apache.logging..")
            .because("everything is logged through SLF4J, so that one place decides what is written and where");

    private static final ArchRule INJECTED_TIME = noClasses()
            .should(readTheSystemClock())
            .because(
                    "time comes from an injected clock: tests repeat, and the laptop's clock is never trusted blindly");

    private static final ArchRule INJECTED_IDS = noClasses()
            .should()
            .callMethod(UUID.class, "randomUUID")
            .because("ids come from an injected IdSource: time-ordered, and repeatable in tests");

    /** The rules with their proofs. */
    public static final List<ProvenRule> ALL = List.of(
            new ProvenRule(
                    "every package is null-marked",
                    NULL_MARKED,
                    xundang.architecture.fixture.unmarked.InAnUnmarkedPackage.class),
            new ProvenRule("nothing prints to the console", NO_CONSOLE, PrintsToTheConsole.class),
            new ProvenRule("time is injected", INJECTED_TIME, AsksTheSystemClock.class),
            new ProvenRule("ids are injected", INJECTED_IDS, MakesRandomIds.class));

    private CommonRules() {}

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean generated = resideInAPackage("..generated..").test(type);
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type,
                        generated || marked,
                        type.getName() + " is in an unmarked package: " + type.getPackageName()));
            }
        };
    }

    private static ArchCondition<JavaClass> readTheSystemClock() {
        return new ArchCondition<>("read the system clock") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    events.add(new SimpleConditionEvent(access, readsClock(access), access.getDescription()));
                }
            }
        };
    }

    private static boolean readsClock(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getName();
        boolean zoneless = access.getTarget() instanceof CodeUnitCallTarget call
                && call.getRawParameterTypes().stream().noneMatch(p -> p.isAssignableTo(Clock.class));
        return (CLOCKS.contains(owner) && name.equals("now") && zoneless)
                || (owner.equals(System.class.getName()) && name.equals("currentTimeMillis"));
    }
}
