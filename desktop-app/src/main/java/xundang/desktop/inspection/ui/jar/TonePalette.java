package xundang.desktop.inspection.ui.jar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/**
 * The theme's colours for what is drawn and not laid out: style sheets paint one unseen probe for each tone, and its paints are taken from there. Another
 * theme repaints the probes, and whoever draws is told.
 */
final class TonePalette extends Group {
    private static final List<String> TONES =
            List.of("success", "warning", "danger", "neutral", "muted", "ink", "accent");

    private final Map<String, Region> probes = new HashMap<>();

    /** @param changed the colours are others now */
    TonePalette(Runnable changed) {
        setManaged(false);
        setOpacity(0);
        setMouseTransparent(true);
        for (String tone : TONES) {
            Region probe = new Region();
            probe.setManaged(false);
            probe.getStyleClass().addAll("jar-tone", tone);
            probe.backgroundProperty().subscribe(changed);
            probes.put(tone, probe);
            getChildren().add(probe);
        }
    }

    /** The surface of a tone. */
    Paint fill(String tone) {
        Region probe = probes.get(tone);
        return probe == null || probe.getBackground() == null
                ? Color.TRANSPARENT
                : probe.getBackground().getFills().getFirst().getFill();
    }

    /** Lines and figures on that surface. */
    Paint line(String tone) {
        Region probe = probes.get(tone);
        return probe == null || probe.getBorder() == null
                ? Color.GRAY
                : probe.getBorder().getStrokes().getFirst().getTopStroke();
    }
}
