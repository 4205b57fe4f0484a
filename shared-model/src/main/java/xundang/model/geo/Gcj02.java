package xundang.model.geo;

/**
 * The shift between WGS-84 and GCJ-02, by the formula in common use (domain specification, section 9, E14). There is no shift outside
 * longitude 72.004–137.8347, latitude 0.8293–55.8271.
 */
public final class Gcj02 {
    /** Semi-major axis of the Krasovsky 1940 ellipsoid, metres, and its squared eccentricity: the formula's own constants. */
    private static final double A = 6_378_245.0;

    private static final double EE = 0.006693421622965943;
    private static final int MAX_ITERATIONS = 10;
    /** Well below the seventh decimal that is kept. */
    private static final double CLOSE_ENOUGH_DEG = 1e-9;

    private Gcj02() {}

    /** What a GCJ-02 map shows for this place; the result's degrees are GCJ-02, not WGS-84. */
    public static GeoPoint fromWgs84(GeoPoint point) {
        double[] shifted = shift(point.lon(), point.lat());
        return new GeoPoint(shifted[0], shifted[1]);
    }

    /** The place that a GCJ-02 map shows there, by iterating until the shift forward meets the given degrees. */
    public static GeoPoint toWgs84(GeoPoint gcj) {
        double lon = gcj.lon();
        double lat = gcj.lat();
        for (int i = 0; i < MAX_ITERATIONS; i++) {
            double[] shifted = shift(lon, lat);
            double lonError = shifted[0] - gcj.lon();
            double latError = shifted[1] - gcj.lat();
            lon -= lonError;
            lat -= latError;
            if (Math.abs(lonError) < CLOSE_ENOUGH_DEG && Math.abs(latError) < CLOSE_ENOUGH_DEG) {
                break;
            }
        }
        return new GeoPoint(lon, lat);
    }

    private static double[] shift(double lon, double lat) {
        if (lon < 72.004 || lon > 137.8347 || lat < 0.8293 || lat > 55.8271) {
            return new double[] {lon, lat};
        }
        double x = lon - 105.0;
        double y = lat - 35.0;
        double phi = Math.toRadians(lat);
        double magic = 1 - EE * Math.sin(phi) * Math.sin(phi);
        double root = Math.sqrt(magic);
        double dLat = latitudeShift(x, y) * 180.0 / ((A * (1 - EE)) / (magic * root) * Math.PI);
        double dLon = longitudeShift(x, y) * 180.0 / (A / root * Math.cos(phi) * Math.PI);
        return new double[] {lon + dLon, lat + dLat};
    }

    private static double latitudeShift(double x, double y) {
        double metres = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
        metres += (20.0 * sinPi(6 * x) + 20.0 * sinPi(2 * x)) * 2.0 / 3.0;
        metres += (20.0 * sinPi(y) + 40.0 * sinPi(y / 3)) * 2.0 / 3.0;
        return metres + (160.0 * sinPi(y / 12) + 320.0 * sinPi(y / 30)) * 2.0 / 3.0;
    }

    private static double longitudeShift(double x, double y) {
        double metres = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
        metres += (20.0 * sinPi(6 * x) + 20.0 * sinPi(2 * x)) * 2.0 / 3.0;
        metres += (20.0 * sinPi(x) + 40.0 * sinPi(x / 3)) * 2.0 / 3.0;
        return metres + (150.0 * sinPi(x / 12) + 300.0 * sinPi(x / 30)) * 2.0 / 3.0;
    }

    private static double sinPi(double turns) {
        return Math.sin(turns * Math.PI);
    }
}
