package xundang.model.template;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When an item needs a picture. */
public enum PhotoRule {
    @JsonProperty("none")
    NONE,
    /** R in the tables. */
    @JsonProperty("required")
    REQUIRED,
    /** F in the tables: required when the verdict is not normal. */
    @JsonProperty("when_not_normal")
    WHEN_NOT_NORMAL
}
