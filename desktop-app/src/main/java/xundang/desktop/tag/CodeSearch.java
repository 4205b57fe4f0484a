package xundang.desktop.tag;

import com.google.zxing.common.BitMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Looks for all codes in one picture, cheap attempts first: the whole picture at small scales, then the busy places at full resolution with
 * other binarizers, sharpened, smoothed, enlarged, then white on black. Work is counted in pixels and not in time, so that the same picture
 * always gives the same answer; the allowance is set for a quarter of a second on one core. Used once, by one thread.
 */
final class CodeSearch {
    /** Longer side of the scale at which codes of a usual size are seen best. */
    private static final int WORKING_SIDE = 1600;

    /** Longer side of a busy place; a code in it then has modules of 4 to 15 pixels. */
    private static final int PLACE_SIDE = 420;

    /** Smaller than this, a place is enlarged. */
    private static final int SMALL_PLACE = 260;

    /** In pixels looked at. */
    static final long ALLOWANCE = 11_000_000;

    /** What may still be spent on further codes once one was read. */
    private static final long AFTERWARDS = 7_000_000;

    private static final int PLAIN_TRIPLES = 10;
    private static final int THOROUGH_TRIPLES = 3;

    /** What a thorough look at three patterns costs, in the pixels whose binarizing takes as long. */
    private static final long THOROUGH_COST = 100_000;

    /** The same for a look as ZXing does. */
    private static final long PLAIN_COST = 6_000;

    private final Grey full;
    private final Set<String> texts = new LinkedHashSet<>();
    private final List<Circle> read = new ArrayList<>();
    private long left = ALLOWANCE;

    private CodeSearch(Grey full) {
        this.full = full;
    }

    /** The texts of all codes that were read, in the order of reading. */
    static List<String> in(Grey picture) {
        CodeSearch search = new CodeSearch(picture);
        search.run();
        return List.copyOf(search.texts);
    }

    /** Where a code was read, in pixels of the full picture. */
    private record Circle(double x, double y, double radius) {
        boolean holds(double pointX, double pointY) {
            return Math.hypot(pointX - x, pointY - y) < radius;
        }
    }

    /** A part of the picture at some scale. */
    private record View(Grey grey, Area origin, double scale) {
        View changed(UnaryOperator<Grey> how) {
            Grey changed = how.apply(grey);
            return new View(changed, origin, scale * grey.width() / changed.width());
        }

        double fullX(double x) {
            return origin.x() + x * scale;
        }

        double fullY(double y) {
            return origin.y() + y * scale;
        }
    }

    private void run() {
        int shrinking = Math.ceilDiv(full.side(), WORKING_SIDE);
        View working = view(full.all(), shrinking);
        View half = view(full.all(), 2 * shrinking);
        look(half, Binarizing.HYBRID);
        look(working, Binarizing.HYBRID);
        look(half, Binarizing.SURROUNDINGS);
        look(half, Binarizing.GLOBAL);
        List<View> places = BusyPlaces.of(working.grey()).stream()
                .map(area -> place(area.times(shrinking)))
                .toList();
        each(places, Binarizing.HYBRID, UnaryOperator.identity());
        each(places, Binarizing.SURROUNDINGS, UnaryOperator.identity());
        look(half.changed(grey -> grey.sharpened(4, 3)), Binarizing.SURROUNDINGS);
        look(half.changed(grey -> grey.smoothed(1)), Binarizing.SURROUNDINGS);
        look(half.changed(grey -> grey.closed(1)), Binarizing.SURROUNDINGS);
        lookBright(half, Binarizing.HYBRID);
        lookBright(working, Binarizing.HYBRID);
        List<View> small = places.stream()
                .filter(place -> place.grey().side() <= SMALL_PLACE)
                .toList();
        each(small, Binarizing.HYBRID, Grey::doubled);
        each(places, Binarizing.SURROUNDINGS, grey -> grey.smoothed(1));
        each(places, Binarizing.SURROUNDINGS, grey -> grey.sharpened(4, 2.5));
        look(working.changed(grey -> grey.smoothed(2)), Binarizing.SURROUNDINGS);
        each(places, Binarizing.SURROUNDINGS, grey -> grey.closed(1));
        each(small, Binarizing.SURROUNDINGS, grey -> grey.smoothed(1).doubled());
        places.forEach(place -> lookBright(place, Binarizing.HYBRID));
    }

    private View view(Area area, int shrinking) {
        return new View(full.part(area, shrinking), area, shrinking);
    }

    private View place(Area area) {
        Area inside = new Area(
                area.x(),
                area.y(),
                Math.min(area.width(), full.width() - area.x()),
                Math.min(area.height(), full.height() - area.y()));
        return view(inside, Math.ceilDiv(inside.side(), PLACE_SIDE));
    }

    private void each(List<View> views, Binarizing binarizing, UnaryOperator<Grey> how) {
        for (View view : views) {
            Area area = view.origin();
            boolean known = read.stream()
                    .anyMatch(code -> code.holds(area.x() + area.width() / 2.0, area.y() + area.height() / 2.0));
            if (!known && left > 0) {
                look(view.changed(how), binarizing);
            }
        }
    }

    private void look(View view, Binarizing binarizing) {
        if (left > 0) {
            left -= view.grey().pixels();
            binarizing.apply(view.grey()).ifPresent(dark -> search(view, dark));
        }
    }

    /** For codes that are white on black. */
    private void lookBright(View view, Binarizing binarizing) {
        if (left > 0) {
            left -= view.grey().pixels();
            binarizing.apply(view.grey()).ifPresent(dark -> {
                dark.flip();
                search(view.changed(Grey::inverted), dark);
            });
        }
    }

    private void search(View view, BitMatrix dark) {
        List<Triple> triples = Triple.of(new FinderSearch(dark).all(step(view.grey())));
        TripleReader reader = new TripleReader(dark, view.grey());
        List<Triple> unread = new ArrayList<>();
        int tried = 0;
        for (Triple triple : triples) {
            if (isKnown(view, triple) || ++tried > PLAIN_TRIPLES) {
                continue;
            }
            left -= PLAIN_COST;
            Optional<String> text = reader.plainly(triple);
            if (text.isPresent()) {
                note(view, triple, text.get());
            } else {
                unread.add(triple);
            }
        }
        unread.stream()
                .sorted(Comparator.comparingDouble(Triple::oddness))
                .limit(THOROUGH_TRIPLES)
                .filter(triple -> !isKnown(view, triple))
                .forEach(triple -> {
                    left -= THOROUGH_COST;
                    reader.thoroughly(triple).ifPresent(text -> note(view, triple, text));
                });
    }

    private static int step(Grey grey) {
        return grey.side() <= PLACE_SIDE ? 1 : grey.side() <= WORKING_SIDE / 2 ? 2 : 3;
    }

    private boolean isKnown(View view, Triple triple) {
        return read.stream().anyMatch(code -> code.holds(view.fullX(triple.middleX()), view.fullY(triple.middleY())));
    }

    private void note(View view, Triple triple, String text) {
        if (texts.isEmpty()) {
            left = Math.min(left, AFTERWARDS);
        }
        texts.add(text);
        read.add(
                new Circle(view.fullX(triple.middleX()), view.fullY(triple.middleY()), triple.radius() * view.scale()));
    }
}
