package xundang.model.geo;

import java.util.List;
import xundang.model.text.ModelText;

/** Turns coordinates as given into the canonical WGS-84; domain specification, section 3 "Coordinates". */
public final class CoordRules {
    private CoordRules() {}

    /**
     * Checks and converts.
     *
     * <p>Swapped values show themselves: no latitude exceeds 90°, and every longitude near Shanghai does.
     */
    public static CoordOutcome toWgs84(double lon, double lat, CoordSystem system) {
        if (!Double.isFinite(lon) || !Double.isFinite(lat)) {
            return refused(CoordOutcome.Reason.NOT_A_NUMBER, ModelText.of("geo.not_a_number"));
        }
        boolean fits = GeoPoint.inRange(lon, lat);
        if (!fits && GeoPoint.inRange(lat, lon)) {
            return refused(CoordOutcome.Reason.SWAPPED, ModelText.of("geo.swapped", Double.toString(lat)));
        }
        if (!fits) {
            return refused(CoordOutcome.Reason.OUT_OF_RANGE, ModelText.of("geo.out_of_range"));
        }
        GeoPoint given = new GeoPoint(lon, lat);
        return switch (system) {
            case WGS84, CGCS2000 -> accepted(given);
            case GCJ02 -> accepted(Gcj02.toWgs84(given));
            case BD09 -> refused(CoordOutcome.Reason.BD09, ModelText.of("geo.bd09_refused"));
        };
    }

    /** Whether the degrees lie in the box around Shanghai: 120.8–122.3° E, 30.6–31.9° N. */
    private static boolean inShanghai(double lon, double lat) {
        return lon >= 120.8 && lon <= 122.3 && lat >= 30.6 && lat <= 31.9;
    }

    private static CoordOutcome accepted(GeoPoint point) {
        List<ModelText> warnings =
                inShanghai(point.lon(), point.lat()) ? List.of() : List.of(ModelText.of("geo.outside_shanghai"));
        return new CoordOutcome.Accepted(point, warnings);
    }

    private static CoordOutcome refused(CoordOutcome.Reason reason, ModelText text) {
        return new CoordOutcome.Refused(reason, text);
    }
}
