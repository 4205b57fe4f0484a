package xundang.model.template;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether an item may stay empty when the form is submitted. */
public enum AnswerRule {
    /** A value, or a reason why there is none. */
    @JsonProperty("required")
    REQUIRED,
    /** Remarks such as 建议: may stay empty. */
    @JsonProperty("optional")
    OPTIONAL,
    /** May stay empty unless something in the form is abnormal, such as 问题处理. */
    @JsonProperty("when_abnormal")
    WHEN_ABNORMAL
}
