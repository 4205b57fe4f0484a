package xundang.model.template;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Judgement of one reading; domain specification, section 4 "Reading the tables". Bounds are inclusive. */
public enum Verdict {
    /** 正常: inside the normal range. */
    @JsonProperty("normal")
    NORMAL("正常", "Normal"),
    /** 注意: inside the warning range only. */
    @JsonProperty("warning")
    WARNING("注意", "Attention"),
    /** 异常: outside both. */
    @JsonProperty("abnormal")
    ABNORMAL("异常", "Abnormal"),
    /** 未判定: an attribute that the limit needs is empty; no limit is guessed. */
    @JsonProperty("unjudged")
    UNJUDGED("未判定", "Not judged"),
    /** 只记录: the item has no limits. */
    @JsonProperty("recorded")
    RECORDED("只记录", "Recorded only"),
    /** 不适用 or 未检: skipped with a reason. */
    @JsonProperty("skipped")
    SKIPPED("不适用/未检", "N/A or not checked");

    /** Worst first. What could not be judged weighs more than what is normal: a form with gaps is not called normal. */
    private static final List<Verdict> WORST_FIRST = List.of(ABNORMAL, WARNING, UNJUDGED, NORMAL, RECORDED, SKIPPED);

    private final String zh;
    private final String en;

    Verdict(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The worst of several verdicts; {@link #RECORDED} when there is none. */
    public static Verdict worst(Collection<Verdict> verdicts) {
        return verdicts.stream()
                .min(Comparator.comparingInt(WORST_FIRST::indexOf))
                .orElse(RECORDED);
    }

    /** The word shown to people, the same on the laptop and on the pages of the server. */
    public Label label() {
        return new Label(zh, en);
    }
}
