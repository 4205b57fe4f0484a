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
    /** A day, such as 拆除日期. */
    @JsonProperty("date")
    DATE,
    /** A day and a time of day, such as 检查时间. */
    @JsonProperty("date_time")
    DATE_TIME,
    @JsonProperty("photo")
    PHOTO,
    @JsonProperty("signature")
    SIGNATURE,
    /** 设备引用: another object of the ledger. */
    @JsonProperty("asset")
    ASSET,
    /** Rows with typed columns, such as 离线清单. */
    @JsonProperty("table")
    TABLE,
    /** 逐节表: one row per battery jar, judged by the rules J1 to J4. */
    @JsonProperty("jar_table")
    JAR_TABLE,
    /** Calculated from other items; never typed. */
    @JsonProperty("computed")
    COMPUTED
}
