package xundang.desktop.platform.pdf;

/** The few colours of the paper; each can be told from the others on a grey printer, and none says anything alone. */
public enum Tone {
    INK(0f, 0f, 0f),
    MUTED(0.35f, 0.35f, 0.35f),
    GOOD(0.05f, 0.38f, 0.16f),
    WARN(0.55f, 0.34f, 0f),
    BAD(0.68f, 0.07f, 0.07f),
    LINE(0.6f, 0.6f, 0.6f),
    FILL(0.93f, 0.93f, 0.93f);

    private final float red;
    private final float green;
    private final float blue;

    Tone(float red, float green, float blue) {
        this.red = red;
        this.green = green;
        this.blue = blue;
    }

    float red() {
        return red;
    }

    float green() {
        return green;
    }

    float blue() {
        return blue;
    }
}
