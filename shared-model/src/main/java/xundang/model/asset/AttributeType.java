package xundang.model.asset;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a value of an attribute is in JSON. */
public enum AttributeType {
    @JsonProperty("text")
    TEXT,
    @JsonProperty("integer")
    INTEGER,
    @JsonProperty("decimal")
    DECIMAL,
    @JsonProperty("boolean")
    BOOLEAN,
    /** ISO date, {@code 2004-03-31}. */
    @JsonProperty("date")
    DATE,
    /** A date as exactly as the source knows it: {@code 2004}, {@code 2004-03} or {@code 2004-03-31}; no day is invented. */
    @JsonProperty("partial_date")
    PARTIAL_DATE,
    /** One option code, as text. */
    @JsonProperty("enum")
    ENUM,
    /** Array of texts; of option codes when the attribute has options. */
    @JsonProperty("list")
    LIST,
    /** A JSON object; used by the two or three fields about fields, never by a category. */
    @JsonProperty("object")
    OBJECT
}
