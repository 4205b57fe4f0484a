package xundang.model.inspection;

import com.fasterxml.jackson.annotation.JsonProperty;
import xundang.model.template.Label;

/** Why an item has no value. A bare gap cannot be submitted. */
public record Skip(Kind kind, String reason) {
    /** The two allowed ways to leave an item out. */
    public enum Kind {
        /** 不适用. */
        @JsonProperty("not_applicable")
        NOT_APPLICABLE("不适用", "Not applicable"),
        /** 未检. */
        @JsonProperty("not_inspected")
        NOT_INSPECTED("未检", "Not inspected");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /** The word shown to people. */
        public Label label() {
            return new Label(zh, en);
        }
    }
}
