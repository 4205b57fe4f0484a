package xundang.model.template;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import xundang.model.geo.GeoPoint;

/** The calculations that a template may ask for by name, where a formula would not do. */
enum Computation {
    /** 三相不平衡度 in percent: max|x − mean| ÷ mean (domain specification, section 7, example 21). Of any number of phases. */
    @JsonProperty("imbalance")
    IMBALANCE(0) {
        @Override
        Optional<BigDecimal> of(List<BigDecimal> numbers) {
            List<Ratio> parts = numbers.stream().map(Ratio::of).toList();
            Ratio count = Ratio.of(BigDecimal.valueOf(parts.size()));
            Ratio sum = parts.stream().reduce(Ratio.of(BigDecimal.ZERO), Ratio::plus);
            if (sum.isZero()) {
                return Optional.empty();
            }
            Ratio mean = sum.over(count);
            return parts.stream()
                    .map(part ->
                            part.minus(mean).abs().over(mean).times(HUNDRED).decimal())
                    .max(BigDecimal::compareTo);
        }
    },
    /** 露点 in °C from temperature in °C and relative humidity in percent: Magnus with 17.62 and 243.12 (example 23). */
    @JsonProperty("dew_point")
    DEW_POINT(2) {
        @Override
        Optional<BigDecimal> of(List<BigDecimal> numbers) {
            double temperature = numbers.get(0).doubleValue();
            double humidity = numbers.get(1).doubleValue();
            if (humidity <= 0 || humidity > 100 || temperature <= -MAGNUS_C) {
                return Optional.empty();
            }
            double gamma = StrictMath.log(humidity / 100) + MAGNUS_B * temperature / (MAGNUS_C + temperature);
            return Optional.of(BigDecimal.valueOf(MAGNUS_C * gamma / (MAGNUS_B - gamma)));
        }
    },
    /** 坐标差 in metres between the place found (longitude, latitude) and the ledger's, all WGS-84 degrees. */
    @JsonProperty("distance")
    DISTANCE(4) {
        @Override
        Optional<BigDecimal> of(List<BigDecimal> numbers) {
            Optional<GeoPoint> found = point(numbers.get(0), numbers.get(1));
            Optional<GeoPoint> ledger = point(numbers.get(2), numbers.get(3));
            return found.flatMap(here -> ledger.map(here::distanceTo)).map(BigDecimal::valueOf);
        }
    };

    private static final Ratio HUNDRED = Ratio.of(BigDecimal.valueOf(100));
    private static final double MAGNUS_B = 17.62;
    private static final double MAGNUS_C = 243.12;

    private final int numbers;

    Computation(int numbers) {
        this.numbers = numbers;
    }

    /** How many numbers it takes, items and attributes together; 0 for any number. */
    int numbers() {
        return numbers;
    }

    /** The result, unrounded; empty when the numbers have none (all zero, or out of range). */
    abstract Optional<BigDecimal> of(List<BigDecimal> numbers);

    private static Optional<GeoPoint> point(BigDecimal lon, BigDecimal lat) {
        try {
            return Optional.of(new GeoPoint(lon.doubleValue(), lat.doubleValue()));
        } catch (IllegalArgumentException outOfRange) {
            return Optional.empty();
        }
    }
}
