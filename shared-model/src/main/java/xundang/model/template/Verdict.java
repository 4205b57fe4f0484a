package xundang.model.template;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Judgement of one reading; domain specification, section 4 "Reading the tables". Bounds are inclusive. */
public enum Verdict {
    /** 正常: inside the normal range. */
    @JsonProperty("normal")
    NORMAL,
    /** 注意: inside the warning range only. */
    @JsonProperty("warning")
    WARNING,
    /** 异常: outside both. */
    @JsonProperty("abnormal")
    ABNORMAL,
    /** 未判定: an attribute that the limit needs is empty; no limit is guessed. */
    @JsonProperty("unjudged")
    UNJUDGED,
    /** 只记录: the item has no limits. */
    @JsonProperty("recorded")
    RECORDED,
    /** 不适用 or 未检: skipped with a reason. */
    @JsonProperty("skipped")
    SKIPPED
}
