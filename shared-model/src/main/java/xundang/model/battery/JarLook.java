package xundang.model.battery;

import com.fasterxml.jackson.annotation.JsonProperty;
import xundang.model.template.Label;
import xundang.model.template.Verdict;

/** 电池外观 of one jar. The same words and the same severity ([P], practice) as item M19, which looks at the whole string. */
public enum JarLook {
    @JsonProperty("normal")
    NORMAL("正常", "Normal", Verdict.NORMAL),
    @JsonProperty("corrosion")
    CORROSION("腐蚀", "Corrosion", Verdict.WARNING),
    @JsonProperty("creep")
    CREEP("爬酸", "Acid creep", Verdict.ABNORMAL),
    @JsonProperty("bulge")
    BULGE("鼓胀", "Bulging", Verdict.ABNORMAL),
    @JsonProperty("leak")
    LEAK("漏液", "Leak", Verdict.ABNORMAL),
    @JsonProperty("crack")
    CRACK("裂纹", "Crack", Verdict.ABNORMAL);

    private final String zh;
    private final String en;
    private final Verdict verdict;

    JarLook(String zh, String en, Verdict verdict) {
        this.zh = zh;
        this.en = en;
        this.verdict = verdict;
    }

    /** The word shown to people. */
    public Label label() {
        return new Label(zh, en);
    }

    /** How bad it is. */
    public Verdict verdict() {
        return verdict;
    }
}
