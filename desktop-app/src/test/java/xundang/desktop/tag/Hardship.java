package xundang.desktop.tag;

import java.awt.image.BufferedImage;
import xundang.model.tag.TagText;

/** What makes a label hard to read. Each has as many pictures as one likes; the same number gives the same picture. */
public enum Hardship {
    NONE(0),
    BLUR(1),
    SHAKE(2),
    GLARE(3),
    SHADOW(4),
    PERSPECTIVE(5),
    LOW_LIGHT(6),
    DAMAGE(7),
    NOISE(8),
    JPEG(9),
    WHITE_ON_BLACK(10),
    SMALL(11);

    private final int seed;

    Hardship(int seed) {
        this.seed = seed;
    }

    private static final String LEDGER = "SH01";

    /** A picture of 1600 × 1200 pixels with one label, and what the label says. */
    public record Case(BufferedImage picture, String text) {}

    public Case make(int number) {
        return make(number, 1600, 1200, 1);
    }

    /** The same things in a picture of twelve million pixels. */
    public Case makeLarge(int number) {
        return make(number, 4000, 3000, this == SMALL ? 1 : 2.2);
    }

    private Case make(int number, int width, int height, double scale) {
        LabelScene scene = new LabelScene(width, height, 1000L * (seed + 1) + number);
        TagText tag = new TagText(LEDGER, "UPS-%06d".formatted(number * 37 + seed));
        String text = number % 3 == 2 ? tag.url("https://ledger.example.org") : tag.text();
        double modules = number % 3 == 2 ? 33 : 25;
        double edge = modules * scale * (this == SMALL ? scene.between(2.1, 3.2) : scene.between(5, 9));
        double tilt = this == PERSPECTIVE ? scene.between(45, 64) : scene.between(0, 18);
        double x = scene.between(0.3, 0.7) * width;
        double y = scene.between(0.3, 0.7) * height;
        LabelScene.Pose pose = new LabelScene.Pose(x, y, edge, scene.between(0, 360), tilt);
        LabelScene.Wear wear = this == DAMAGE
                ? scene.scratchedAndSpotted(
                        1 + scene.random().nextInt(2), 1 + scene.random().nextInt(2), 0.07)
                : LabelScene.Wear.NONE;
        scene.label(text, pose, wear);
        return new Case(spoil(scene, pose, edge / modules), text);
    }

    private BufferedImage spoil(LabelScene scene, LabelScene.Pose pose, double module) {
        switch (this) {
            case NONE, PERSPECTIVE, DAMAGE -> scene.blurred(0.2 * module);
            case BLUR -> scene.blurred(scene.between(0.4, 0.75) * module);
            case SHAKE -> scene.shaken(scene.between(1, 1.9) * module, scene.between(0, 180));
            case GLARE -> {
                double around = scene.between(0, 2 * Math.PI);
                double away = scene.between(0.25, 0.5) * pose.edge();
                scene.blurred(0.2 * module)
                        .glare(
                                pose.x() + away * Math.cos(around),
                                pose.y() + away * Math.sin(around),
                                pose.edge() * scene.between(0.25, 0.5),
                                scene.between(180, 320));
            }
            case SHADOW ->
                scene.blurred(0.25 * module).shadow(pose.x(), pose.y(), scene.between(0, 360), scene.between(0.1, 0.2));
            case LOW_LIGHT -> scene.blurred(0.35 * module).dimmed(scene.between(0.06, 0.15));
            case NOISE -> scene.blurred(0.3 * module).grainy(scene.between(35, 70));
            case JPEG -> scene.blurred(0.3 * module);
            case WHITE_ON_BLACK -> scene.blurred(0.4 * module).negative();
            case SMALL -> scene.blurred(0.3 * module);
        }
        scene.grainy(this == LOW_LIGHT ? scene.between(2, 5) : 3);
        return scene.jpeg(this == JPEG ? scene.between(0.01, 0.06) : 0.85);
    }
}
