package xundang.model.geo;

import java.util.List;
import xundang.model.text.ModelText;

/** What became of a pair of coordinates that somebody gave. */
public sealed interface CoordOutcome {
    /** Usable; the warnings are for a person to look at. */
    record Accepted(GeoPoint point, List<ModelText> warnings) implements CoordOutcome {}

    /** Not usable. */
    record Refused(Reason reason, ModelText text) implements CoordOutcome {}

    /** Why coordinates are refused. */
    enum Reason {
        NOT_A_NUMBER,
        OUT_OF_RANGE,
        /** Longitude and latitude stand in each other's place. */
        SWAPPED,
        BD09
    }
}
