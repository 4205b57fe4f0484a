package xundang.model.inspection;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why an item has no value. A bare gap cannot be submitted. */
public record Skip(Kind kind, String reason) {
    /** The two allowed ways to leave an item out. */
    public enum Kind {
        /** 不适用. */
        @JsonProperty("not_applicable")
        NOT_APPLICABLE,
        /** 未检. */
        @JsonProperty("not_inspected")
        NOT_INSPECTED
    }
}
