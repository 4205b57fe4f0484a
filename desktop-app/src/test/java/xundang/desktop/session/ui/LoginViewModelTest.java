package xundang.desktop.session.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.i18n.Language;
import xundang.desktop.platform.i18n.Texts;
import xundang.desktop.platform.tasks.DirectBackgroundTasks;
import xundang.desktop.session.LedgerHandle;
import xundang.desktop.session.UnlockOutcome;
import xundang.desktop.testing.KnownSessions;

class LoginViewModelTest {
    private final KnownSessions sessions = new KnownSessions();
    private final List<LedgerHandle> opened = new ArrayList<>();
    private final LoginViewModel model = new LoginViewModel(sessions, new DirectBackgroundTasks(), opened::add);

    @BeforeEach
    void load() {
        model.load(() -> {});
    }

    @Test
    void whoeverIsNotOnThisLaptopAnyMoreIsNotLoggingIn() {
        KnownSessions changing = new KnownSessions();
        LoginViewModel login = new LoginViewModel(changing, new DirectBackgroundTasks(), ignored -> {});
        login.load(() -> {});
        changing.people = List.of(changing.people.getLast());
        login.load(() -> {});
        assertThat(login.chosenProperty().get()).isEqualTo(changing.people.getFirst());
        changing.people = List.of();
        login.load(() -> {});
        assertThat(login.chosenProperty().get()).isNull();
    }

    @Test
    void theFirstPersonIsChosen() {
        assertThat(model.chosenProperty().get()).isEqualTo(sessions.people.getFirst());
    }

    @Test
    void aFreshLaptopAsksForEnrolment() {
        sessions.people = List.of();
        AtomicBoolean fresh = new AtomicBoolean();
        model.load(() -> fresh.set(true));
        assertThat(fresh).isTrue();
    }

    @Test
    void theRightPasswordOpens() {
        model.open(KnownSessions.PASSWORD.toCharArray());
        assertThat(opened).hasSize(1);
        assertThat(model.errorProperty().get()).isNull();
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void aWrongPasswordOpensNothingAndSaysHowManyTriesAreLeft() {
        model.open("no".toCharArray());
        assertThat(opened).isEmpty();
        PersonError error = model.errorProperty().get();
        assertThat(error.code()).isEqualTo("E-LOGIN-101");
        assertThat(new Texts()
                        .get(
                                Language.ZH,
                                error.key() + ".todo",
                                error.arguments().toArray()))
                .contains("4 次");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new UnlockOutcome.TryLater(Duration.ofSeconds(30)), "E-LOGIN-102"),
                Arguments.of(new UnlockOutcome.InUse("4711"), "E-LOGIN-103"),
                Arguments.of(new UnlockOutcome.FolderNotWritable("data"), "E-LOGIN-104"),
                Arguments.of(new UnlockOutcome.NewerVersion(), "E-LOGIN-105"),
                Arguments.of(new UnlockOutcome.Damaged("E-STORE-110"), "E-STORE-110"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void everyOtherOutcomeHasItsOwnCode(UnlockOutcome outcome, String code) {
        sessions.unlocking = outcome;
        model.open(KnownSessions.PASSWORD.toCharArray());
        assertThat(opened).isEmpty();
        assertThat(model.errorProperty().get().code()).isEqualTo(code);
    }
}
