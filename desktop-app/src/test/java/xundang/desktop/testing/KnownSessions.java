package xundang.desktop.testing;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import xundang.desktop.session.EnrolOutcome;
import xundang.desktop.session.LedgerHandle;
import xundang.desktop.session.RemoveOutcome;
import xundang.desktop.session.Session;
import xundang.desktop.session.Sessions;
import xundang.desktop.session.UnlockOutcome;
import xundang.model.account.DeviceId;
import xundang.model.account.Role;
import xundang.model.account.UserId;

/** People who can log in, and whatever answer a test wants. */
public final class KnownSessions implements Sessions {
    public static final String PASSWORD = "杨浦-2026";

    public List<Person> people = List.of(
            new Person(new UserId(new UUID(1, 1)), "inspector1", "示例巡检员甲"),
            new Person(new UserId(new UUID(1, 2)), "inspector2", "示例巡检员乙"));
    public UnlockOutcome unlocking;
    public EnrolOutcome enrolling = new EnrolOutcome.Opened(new Handle());
    public RemoveOutcome removing;
    public Enrolment asked;

    /** An open ledger of nobody's data. */
    public record Handle() implements LedgerHandle {
        @Override
        public Session session() {
            return new Session(
                    new UserId(new UUID(1, 1)),
                    "inspector1",
                    "示例巡检员甲",
                    Role.INSPECTOR,
                    new DeviceId(new UUID(2, 1)),
                    "DEMO",
                    "示例台账",
                    "https://ledger.example.org");
        }

        @Override
        public void stop() {}

        @Override
        public void close() {}
    }

    @Override
    public List<Person> people() {
        return people;
    }

    @Override
    public UnlockOutcome unlock(UserId person, char[] password) {
        boolean fits = Arrays.equals(password, PASSWORD.toCharArray());
        Arrays.fill(password, '\0');
        if (unlocking != null) {
            return unlocking;
        }
        return fits ? new UnlockOutcome.Opened(new Handle()) : new UnlockOutcome.WrongPassword(4);
    }

    @Override
    public boolean usesKeyring() {
        return false;
    }

    @Override
    public RemoveOutcome remove(LedgerHandle open, BooleanSupplier mayLeave) {
        open.close();
        if (removing != null) {
            return removing;
        }
        if (!mayLeave.getAsBoolean()) {
            return new RemoveOutcome.UnsentWorkLeft();
        }
        people = List.of();
        return new RemoveOutcome.Removed();
    }

    @Override
    public EnrolOutcome enrol(Enrolment enrolment, char[] password) {
        asked = enrolment;
        return enrolling;
    }
}
