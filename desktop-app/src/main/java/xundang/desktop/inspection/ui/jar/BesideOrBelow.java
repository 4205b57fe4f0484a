package xundang.desktop.inspection.ui.jar;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** Two parts side by side where the second keeps its least width, else one under the other: large type on a small screen. */
final class BesideOrBelow extends Region {
    private static final double GAP = 16;

    private final Region first;
    private final Region second;
    private double least;

    BesideOrBelow(Region first, Region second) {
        this.first = first;
        this.second = second;
        getChildren().addAll(first, second);
    }

    /** The least width of the second part beside the first. */
    void least(double width) {
        if (width != least) {
            least = width;
            requestLayout();
        }
    }

    private boolean isBeside(double width) {
        return width - first.prefWidth(-1) - GAP >= least;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return first.prefWidth(-1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return first.prefWidth(-1) + GAP + least;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = width < 0 ? prefWidth(-1) : width;
        if (isBeside(wide)) {
            double rest = wide - first.prefWidth(-1) - GAP;
            return Math.max(first.prefHeight(-1), second.prefHeight(rest));
        }
        return first.prefHeight(-1) + GAP + second.prefHeight(wide);
    }

    @Override
    protected void layoutChildren() {
        double width = first.prefWidth(-1);
        double height = first.prefHeight(-1);
        if (isBeside(getWidth())) {
            first.resizeRelocate(0, 0, width, height);
            second.resizeRelocate(width + GAP, 0, getWidth() - width - GAP, Math.max(height, getHeight()));
        } else {
            first.resizeRelocate(0, 0, width, height);
            second.resizeRelocate(0, height + GAP, getWidth(), getHeight() - height - GAP);
        }
    }
}
