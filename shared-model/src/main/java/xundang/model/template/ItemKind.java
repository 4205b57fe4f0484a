package xundang.model.template;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is entered for an item. */
public enum ItemKind {
    @JsonProperty("yes_no")
    YES_NO,
    @JsonProperty("choice")
    CHOICE,
    @JsonProperty("multi_choice")
    MULTI_CHOICE,
    @JsonProperty("number")
    NUMBER,
    @JsonProperty("text")
    TEXT,
    @JsonProperty("photo")
    PHOTO,
    @JsonProperty("signature")
    SIGNATURE,
    /** Calculated from other items; never typed. */
    @JsonProperty("computed")
    COMPUTED
}
