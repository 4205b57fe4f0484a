package xundang.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xundang.server.platform.digest.Secrets;

/** Which passwords are taken and how they are kept. */
class PasswordTest {
    /** Made by the version before the pepper, salt 00 to 0F. */
    private static final String OLD_TAG = "VYd2oowjLaKFDCuPzjEbwOnRLksrkQE1AXAXWa+/2xg";

    private final Pepper pepper = new Pepper("a secret for tests");
    private final Secrets secrets = new Secrets(new SecureRandom());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "aaaaaaaaaaaaaaaa",
                "password123456",
                "Admin123456789",
                "zhangwei-is-mine",
                "张伟的台账密码就是这个",
                "xundang-xunjian-1"
            })
    void aWeakPasswordIsRefused(String password) {
        assertThat(PasswordRules.complaint(password, "zhangwei", "张伟")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "七月流火九月授衣春日载阳", "k7#Vq2!mZp9&wT"})
    void aGoodPasswordIsTaken(String password) {
        assertThat(PasswordRules.complaint(password, "zhangwei", "张伟")).isEmpty();
    }

    @Test
    void aHashNamesItsAlgorithmAndCostAndFitsOnlyItsPassword() {
        PasswordHasher hasher = new PasswordHasher(PasswordHasher.STRONG, secrets, pepper);
        String stored = hasher.hash("七月流火九月授衣春日载阳");
        assertThat(stored).startsWith("argon2id+hmac$v=19$m=65536,t=3,p=1$");
        assertThat(hasher.matches("七月流火九月授衣春日载阳", stored)).isTrue();
        assertThat(hasher.matches("七月流火九月授衣春日载阴", stored)).isFalse();
    }

    @Test
    void aHashWithoutPepperStillFitsAndIsKnownAsOutdated() {
        PasswordHasher hasher = new PasswordHasher(new PasswordHasher.Cost(64, 1, 1), secrets, pepper);
        String before = "argon2id$v=19$m=64,t=1,p=1$AAECAwQFBgcICQoLDA0ODw$" + OLD_TAG;
        assertThat(hasher.matches("correct horse battery", before)).isTrue();
        assertThat(hasher.matches("correct horse batterY", before)).isFalse();
        assertThat(hasher.outdated(before)).isTrue();
    }

    @Test
    void withAnotherPepperNoPasswordFits() {
        PasswordHasher.Cost cost = new PasswordHasher.Cost(64, 1, 1);
        String stored = new PasswordHasher(cost, secrets, pepper).hash("correct horse battery");
        assertThat(new PasswordHasher(cost, secrets, new Pepper("another")).matches("correct horse battery", stored))
                .isFalse();
    }

    @Test
    void aHashOfAnOlderCostStillFitsAndIsKnownAsOutdated() {
        PasswordHasher old = new PasswordHasher(new PasswordHasher.Cost(64, 1, 1), secrets, pepper);
        PasswordHasher now = new PasswordHasher(new PasswordHasher.Cost(128, 1, 1), secrets, pepper);
        String stored = old.hash("correct horse battery");
        assertThat(now.matches("correct horse battery", stored)).isTrue();
        assertThat(now.outdated(stored)).isTrue();
        assertThat(old.outdated(stored)).isFalse();
    }
}
