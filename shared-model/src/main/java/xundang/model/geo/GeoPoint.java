package xundang.model.geo;

/**
 * A place in WGS-84, kept to seven decimals (about 1 cm).
 *
 * @param lon degrees east, −180 to 180
 * @param lat degrees north, −90 to 90
 */
public record GeoPoint(double lon, double lat) {
    /** Mean radius of the earth, metres (IUGG). */
    private static final double EARTH_RADIUS_M = 6_371_008.8;

    private static final double SCALE = 1e7;

    public GeoPoint {
        if (!inRange(lon, lat)) {
            throw new IllegalArgumentException("longitude or latitude out of range");
        }
        lon = Math.round(lon * SCALE) / SCALE;
        lat = Math.round(lat * SCALE) / SCALE;
    }

    /** Whether these are degrees of a longitude and a latitude. */
    static boolean inRange(double lon, double lat) {
        return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
    }

    /** Great-circle distance in metres, on a sphere: good to 0.5 %. */
    public double distanceTo(GeoPoint other) {
        double phi1 = Math.toRadians(lat);
        double phi2 = Math.toRadians(other.lat);
        double sinLat = Math.sin((phi2 - phi1) / 2);
        double sinLon = Math.sin(Math.toRadians(other.lon - lon) / 2);
        double h = sinLat * sinLat + Math.cos(phi1) * Math.cos(phi2) * sinLon * sinLon;
        return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
