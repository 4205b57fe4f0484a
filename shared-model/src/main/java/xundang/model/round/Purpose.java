package xundang.model.round;

import com.fasterxml.jackson.annotation.JsonProperty;
import xundang.model.template.Label;

/** Why a plan exists. Only ordinary plans replace each other; the others add rounds to whatever is planned. */
public enum Purpose {
    /** 日常: the ordinary rhythm. */
    @JsonProperty("regular")
    REGULAR("日常", "Regular"),
    /** 重保: cover of a major event, from a first to a last day. */
    @JsonProperty("guarded")
    GUARDED("重保", "Guarded period"),
    /** 汛期: 1 June to 30 September each year [003]. */
    @JsonProperty("flood")
    FLOOD("汛期", "Flood season");

    private final String zh;
    private final String en;

    Purpose(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The word shown to people. */
    public Label label() {
        return new Label(zh, en);
    }
}
