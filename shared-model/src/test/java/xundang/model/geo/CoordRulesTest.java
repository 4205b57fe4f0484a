package xundang.model.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CoordRulesTest {
    private static final GeoPoint LINGANG = new GeoPoint(121.93, 30.9);

    @Test
    void workedExample26LingangIsShiftedBy470Metres() {
        GeoPoint gcj = Gcj02.fromWgs84(LINGANG);

        assertThat(gcj).isEqualTo(new GeoPoint(121.9340897, 30.8976360));
        assertThat(LINGANG.distanceTo(gcj)).isCloseTo(470.5, within(0.5));
    }

    @Test
    void workedExample26BeijingAgreesWithThePublishedValue() {
        GeoPoint gcj = Gcj02.fromWgs84(new GeoPoint(116.42079, 39.90105));

        assertThat(gcj.lon()).isCloseTo(116.42702, within(1e-5));
        assertThat(gcj.lat()).isCloseTo(39.90245, within(1e-5));
    }

    @Property
    void goingThereAndBackMissesByLessThanTheLastDecimal(
            @ForAll @DoubleRange(min = 74, max = 135) double lon, @ForAll @DoubleRange(min = 18, max = 53) double lat) {
        GeoPoint point = new GeoPoint(lon, lat);
        GeoPoint back = Gcj02.toWgs84(Gcj02.fromWgs84(point));

        assertThat(back.lon()).isCloseTo(point.lon(), within(2e-7));
        assertThat(back.lat()).isCloseTo(point.lat(), within(2e-7));
    }

    @Test
    void outsideChinaNothingIsShifted() {
        GeoPoint london = new GeoPoint(-0.1276, 51.5072);

        assertThat(Gcj02.fromWgs84(london)).isEqualTo(london);
    }

    @Test
    void swappedLongitudeAndLatitudeAreDetected() {
        assertThat(CoordRules.toWgs84(30.9, 121.93, CoordSystem.WGS84))
                .isInstanceOfSatisfying(CoordOutcome.Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(CoordOutcome.Reason.SWAPPED);
                    assertThat(refused.text().in(Locale.CHINA)).contains("写反").contains("121.93");
                });
    }

    @Test
    void aPlaceInShanghaiIsAcceptedWithoutAWarning() {
        assertThat(CoordRules.toWgs84(121.93, 30.9, CoordSystem.CGCS2000))
                .isInstanceOfSatisfying(CoordOutcome.Accepted.class, accepted -> {
                    assertThat(accepted.point()).isEqualTo(LINGANG);
                    assertThat(accepted.warnings()).isEmpty();
                });
    }

    @Test
    void aPlaceElsewhereIsAcceptedWithAWarning() {
        assertThat(CoordRules.toWgs84(116.42079, 39.90105, CoordSystem.WGS84))
                .isInstanceOfSatisfying(
                        CoordOutcome.Accepted.class,
                        accepted -> assertThat(accepted.warnings())
                                .extracting(text -> text.key())
                                .containsExactly("geo.outside_shanghai"));
    }

    @Test
    void gcj02IsConvertedOnInput() {
        assertThat(CoordRules.toWgs84(121.9340897, 30.8976360, CoordSystem.GCJ02))
                .isInstanceOfSatisfying(
                        CoordOutcome.Accepted.class,
                        accepted ->
                                assertThat(accepted.point().distanceTo(LINGANG)).isLessThan(0.03));
    }

    @Test
    void baiduCoordinatesAreRefused() {
        assertReason(CoordRules.toWgs84(121.93, 30.9, CoordSystem.BD09), CoordOutcome.Reason.BD09);
    }

    @Test
    void whatIsNoPlaceIsRefused() {
        assertReason(CoordRules.toWgs84(200, 100, CoordSystem.WGS84), CoordOutcome.Reason.OUT_OF_RANGE);
        assertReason(CoordRules.toWgs84(Double.NaN, 30, CoordSystem.WGS84), CoordOutcome.Reason.NOT_A_NUMBER);
    }

    private static void assertReason(CoordOutcome outcome, CoordOutcome.Reason reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CoordOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
