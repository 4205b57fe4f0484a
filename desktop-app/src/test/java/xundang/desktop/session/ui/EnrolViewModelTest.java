package xundang.desktop.session.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xundang.desktop.platform.tasks.DirectBackgroundTasks;
import xundang.desktop.session.EnrolOutcome;
import xundang.desktop.session.LedgerHandle;
import xundang.desktop.session.Sessions.Enrolment;
import xundang.desktop.testing.KnownSessions;

class EnrolViewModelTest {
    private final KnownSessions sessions = new KnownSessions();
    private final List<LedgerHandle> opened = new ArrayList<>();
    private final EnrolViewModel model = new EnrolViewModel(sessions, new DirectBackgroundTasks(), opened::add);

    @BeforeEach
    void fill() {
        model.serverProperty().set(" https://ledger.example.org ");
        model.loginProperty().set("inspector1");
        model.codeProperty().set("K7Q2-9XWM");
        model.deviceNameProperty().set("杨浦机房 1 号笔记本");
    }

    @Test
    void enrolmentSendsWhatWasTypedWithoutSpacesAroundIt() {
        model.enrol("secret".toCharArray());
        assertThat(opened).hasSize(1);
        assertThat(sessions.asked)
                .isEqualTo(new Enrolment("https://ledger.example.org", "inspector1", "K7Q2-9XWM", "杨浦机房 1 号笔记本"));
    }

    @Test
    void anEmptyFieldSendsNothing() {
        model.codeProperty().set("  ");
        model.enrol("secret".toCharArray());
        assertThat(sessions.asked).isNull();
        assertThat(model.errorProperty().get().code()).isEqualTo("E-ENROL-101");
    }

    @Test
    void everyRefusalHasItsOwnTexts() {
        Set<String> keys = new HashSet<>();
        for (EnrolOutcome.Reason reason : EnrolOutcome.Reason.values()) {
            sessions.enrolling = new EnrolOutcome.Refused(reason);
            model.enrol("secret".toCharArray());
            keys.add(model.errorProperty().get().key());
        }
        assertThat(keys).hasSize(EnrolOutcome.Reason.values().length);
    }

    @Test
    void anUnreachableServerIsNamed() {
        sessions.enrolling = new EnrolOutcome.Unreachable("timeout");
        model.enrol("secret".toCharArray());
        assertThat(model.errorProperty().get().arguments()).containsExactly("https://ledger.example.org");
    }
}
