package xundang.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import xundang.desktop.fixture.CreatesAThread;
import xundang.desktop.fixture.DatabaseInLogic;
import xundang.desktop.fixture.HttpOutsideSync;
import xundang.desktop.fixture.ImportsServerCode;
import xundang.desktop.fixture.JavaFxInLogic;
import xundang.desktop.fixture.LooksInsideATransaction;
import xundang.desktop.fixture.ReadsAnotherFeaturesStore;
import xundang.desktop.fixture.RunsLaterAnywhere;
import xundang.desktop.fixture.store.WritesWithoutTxStore;
import xundang.desktop.fixture.ui.SceneViewModel;
import xundang.desktop.fixture.ui.TouchesAStore;
import xundang.desktop.fixturefirst.FirstOfACycle;
import xundang.desktop.fixturesecond.SecondOfACycle;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.sync.fixture.SyncKnowsAFeature;

/** The desktop's architecture rules; docs/architecture-rules.md says why each exists. */
final class DesktopRules {
    private static final String ROOT = "xundang.desktop..";
    private static final String INNER_ROOM = "xundang\\.desktop\\.(?!platform)[a-z]+\\.(store|ui|http)(\\..*)?";
    private static final String[] FEATURES = {
        "xundang.desktop.asset..",
        "xundang.desktop.inspection..",
        "xundang.desktop.photo..",
        "xundang.desktop.round..",
        "xundang.desktop.session..",
        "xundang.desktop.tag.."
    };
    private static final DescribedPredicate<JavaClass> DATABASE =
            resideInAnyPackage("org.jooq..", "java.sql..", "javax.sql..", "org.h2..", "org.flywaydb..");

    static final List<ProvenRule> ALL = List.of(
            new ProvenRule(
                    "the desktop never sees server code",
                    noClasses()
                            .that()
                            .resideInAPackage(ROOT)
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("xundang.server..")
                            .because("what both sides agree on lives in shared-model"),
                    ImportsServerCode.class),
            new ProvenRule(
                    "views never touch stores, SQL or HTTP",
                    noClasses()
                            .that()
                            .resideInAPackage("xundang.desktop..ui..")
                            .should()
                            .dependOnClassesThat(
                                    DATABASE.or(resideInAnyPackage("xundang.desktop..store..", "okhttp3..")))
                            .because("a view shows what a service says"),
                    TouchesAStore.class),
            new ProvenRule(
                    "view models know no scene and no stage",
                    noClasses()
                            .that()
                            .haveSimpleNameEndingWith("ViewModel")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                            .because("view models are tested without a toolkit"),
                    SceneViewModel.class),
            new ProvenRule(
                    "JavaFX stays in the interface",
                    noClasses()
                            .that()
                            .resideOutsideOfPackages(
                                    "xundang.desktop..ui..",
                                    "xundang.desktop.platform.fx..",
                                    "xundang.desktop.platform.theme..",
                                    "xundang.desktop.app..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("javafx..")
                            .because("logic and stores run and are tested without a toolkit"),
                    JavaFxInLogic.class),
            new ProvenRule(
                    "SQL only in stores",
                    noClasses()
                            .that()
                            .resideOutsideOfPackages("xundang.desktop..store..", "xundang.desktop.platform.db..")
                            .should()
                            .dependOnClassesThat(DATABASE)
                            .because("logic sees an opaque Tx"),
                    DatabaseInLogic.class),
            new ProvenRule(
                    "only stores look inside a transaction",
                    noClasses()
                            .that()
                            .resideOutsideOfPackages("xundang.desktop..store..", "xundang.desktop.platform.db..")
                            .should()
                            .callMethod(Tx.class, "dsl")
                            .because("logic passes a transaction on"),
                    LooksInsideATransaction.class),
            new ProvenRule(
                    "store methods that write take the transaction first",
                    methods()
                            .that()
                            .arePublic()
                            .and()
                            .areDeclaredInClassesThat(
                                    resideInAPackage("xundang.desktop..store..").and(haveTablesOfTheLedger()))
                            .and()
                            .areDeclaredInClassesThat()
                            .haveSimpleNameEndingWith("Store")
                            .and()
                            .doNotHaveName("register")
                            .should(takeTxFirst())
                            .because("one save is one transaction, opened by the caller"),
                    WritesWithoutTxStore.class),
            new ProvenRule(
                    "HTTP only in sync.http",
                    noClasses()
                            .that()
                            .resideOutsideOfPackages("xundang.desktop.sync.http..", "xundang.desktop.app.demo..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage("okhttp3..", "java.net.http..")
                            .because("one place knows about time-outs, tokens and certificates"),
                    HttpOutsideSync.class),
            new ProvenRule(
                    "features have no cycles",
                    slices().matching("xundang.desktop.(*)..")
                            .should()
                            .beFreeOfCycles()
                            .because("a feature can be understood with what it stands on"),
                    FirstOfACycle.class,
                    SecondOfACycle.class),
            new ProvenRule(
                    "features use each other's root package only",
                    classes()
                            .that()
                            .resideInAPackage(ROOT)
                            .and()
                            .resideOutsideOfPackages("xundang.desktop.app..", "xundang.desktop.platform..")
                            .should(keepOutOfOtherFeaturesRooms())
                            .because("what a feature stores and how it looks is its own business"),
                    ReadsAnotherFeaturesStore.class),
            new ProvenRule(
                    "sync knows no feature",
                    noClasses()
                            .that()
                            .resideInAPackage("xundang.desktop.sync..")
                            .and()
                            .resideOutsideOfPackage("xundang.desktop.sync.ui..")
                            .should()
                            .dependOnClassesThat(resideInAnyPackage(FEATURES).and(isNotTheEnrolmentSeam()))
                            .because("features register with sync; a new record type needs no change there"),
                    SyncKnowsAFeature.class),
            new ProvenRule(
                    "Platform.runLater only in platform.fx",
                    noClasses()
                            .that()
                            .resideOutsideOfPackage("xundang.desktop.platform.fx..")
                            .should()
                            .callMethod(Platform.class, "runLater", Runnable.class)
                            .because("one place hands results to the interface's thread"),
                    RunsLaterAnywhere.class),
            new ProvenRule(
                    "threads only in platform.tasks",
                    noClasses()
                            .that()
                            .resideOutsideOfPackages(
                                    "xundang.desktop.platform.tasks..", "xundang.desktop.platform.fx..")
                            .should()
                            .callConstructor(Thread.class)
                            .orShould()
                            .callConstructor(Thread.class, Runnable.class)
                            .orShould()
                            .callConstructor(Thread.class, Runnable.class, String.class)
                            .orShould()
                            .dependOnClassesThat()
                            .areAssignableTo(Executors.class)
                            .because("shutdown must know every thread: timer, network, store, then close"),
                    CreatesAThread.class));

    private DesktopRules() {}

    private static DescribedPredicate<JavaClass> haveTablesOfTheLedger() {
        return DescribedPredicate.describe(
                "work on the ledger's tables",
                type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(d -> d.getTargetClass().isEquivalentTo(Tx.class)
                                || d.getTargetClass().getPackageName().startsWith("org.jooq")));
    }

    /** Enrolment happens before a ledger is open; its HTTP call lives with the others, behind an interface of the session feature. */
    private static DescribedPredicate<JavaClass> isNotTheEnrolmentSeam() {
        return DescribedPredicate.describe(
                "are not the enrolment seam", type -> !type.getName().contains(".session.Enrol"));
    }

    private static ArchCondition<JavaClass> keepOutOfOtherFeaturesRooms() {
        return new ArchCondition<>("keep out of other features' store, ui and http packages") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String own = feature(type);
                type.getDirectDependenciesFromSelf().stream()
                        .filter(d -> d.getTargetClass().getPackageName().matches(INNER_ROOM))
                        .forEach(d -> events.add(new SimpleConditionEvent(
                                type, feature(d.getTargetClass()).equals(own), d.getDescription())));
            }
        };
    }

    private static String feature(JavaClass type) {
        return type.getPackageName().split("\\.", -1)[2];
    }

    private static ArchCondition<JavaMethod> takeTxFirst() {
        return new ArchCondition<>("take a Tx as first parameter") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var types = method.getRawParameterTypes();
                boolean first = !types.isEmpty() && types.getFirst().isEquivalentTo(Tx.class);
                events.add(new SimpleConditionEvent(method, first, method.getFullName() + " does not take Tx first"));
            }
        };
    }
}
