package xundang.desktop.inspection.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignaturePadTest {
    @Test
    void takingBackRemovesTheLastStrokeOnly() {
        assertThat(SignaturePad.withoutLast("M1.0 1.0 L2.0 2.0 M5.0 5.0 L6.0 6.0"))
                .isEqualTo("M1.0 1.0 L2.0 2.0");
    }

    @Test
    void takingBackTheOnlyStrokeLeavesNothing() {
        assertThat(SignaturePad.withoutLast("M1.0 1.0 L2.0 2.0")).isEmpty();
        assertThat(SignaturePad.withoutLast("")).isEmpty();
    }
}
