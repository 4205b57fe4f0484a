package xundang.desktop.platform.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A signature's path: SVG path data of moves and lines, as the signature pad writes it. What is neither is passed over. */
record PenPath(List<Stroke> strokes, float left, float top, float width, float height) {
    private static final Pattern STEP =
            Pattern.compile("([ML])\\s*(-?[0-9]{1,6}(?:\\.[0-9]+)?)[ ,]+(-?[0-9]{1,6}(?:\\.[0-9]+)?)");

    /** One movement with the pen down. */
    record Stroke(List<Point> points) {}

    record Point(float x, float y) {}

    static PenPath of(String data) {
        List<List<Point>> strokes = new ArrayList<>();
        Matcher step = STEP.matcher(data);
        while (step.find()) {
            if (step.group(1).equals("M") || strokes.isEmpty()) {
                strokes.add(new ArrayList<>());
            }
            strokes.getLast().add(new Point(Float.parseFloat(step.group(2)), Float.parseFloat(step.group(3))));
        }
        List<Point> all = strokes.stream().flatMap(List::stream).toList();
        float left = (float) all.stream().mapToDouble(Point::x).min().orElse(0);
        float top = (float) all.stream().mapToDouble(Point::y).min().orElse(0);
        float right = (float) all.stream().mapToDouble(Point::x).max().orElse(0);
        float bottom = (float) all.stream().mapToDouble(Point::y).max().orElse(0);
        return new PenPath(strokes.stream().map(Stroke::new).toList(), left, top, right - left, bottom - top);
    }

    boolean isEmpty() {
        return strokes.isEmpty();
    }
}
