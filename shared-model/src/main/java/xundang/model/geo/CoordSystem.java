package xundang.model.geo;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The system that a pair of coordinates was given in. */
public enum CoordSystem {
    /** Canonical here; GB/T 28181-2022 asks for it. */
    @JsonProperty("wgs84")
    WGS84,
    /** The shifted system of Chinese maps (火星坐标). */
    @JsonProperty("gcj02")
    GCJ02,
    /** Equal to WGS-84 within the accuracy that the ledger keeps. */
    @JsonProperty("cgcs2000")
    CGCS2000,
    /** Baidu's; refused. */
    @JsonProperty("bd09")
    BD09
}
