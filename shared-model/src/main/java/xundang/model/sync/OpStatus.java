package xundang.model.sync;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the server dealt with an op. Every op ends visibly in one of these. */
public enum OpStatus {
    /** Applied as sent. */
    @JsonProperty("applied")
    APPLIED,
    /** Applied beside other people's changes of other fields. */
    @JsonProperty("merged")
    MERGED,
    /** Everything was already so. */
    @JsonProperty("noop")
    NOOP,
    /** Kept beside the server's value until a person decides. */
    @JsonProperty("conflict")
    CONFLICT,
    /** Refused for good, with a reason; the number is used up. */
    @JsonProperty("rejected")
    REJECTED,
    /** Stored but not understood by this server; an administrator sees it. */
    @JsonProperty("held")
    HELD
}
