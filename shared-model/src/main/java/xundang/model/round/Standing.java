package xundang.model.round;

import xundang.model.template.Label;

/** Where an occurrence stands at a moment. */
public enum Standing {
    /** 未到时: cannot be begun yet. */
    PLANNED("未到时", "Not yet"),
    /** 待检: can be done in time now. */
    DUE("待检", "Due"),
    /** 进行中: somebody began it on this laptop and did not submit it; what was begun in time still counts. */
    STARTED("进行中", "Started"),
    /** 已延期: put off to a later moment within its time. */
    POSTPONED("已延期", "Postponed"),
    /** 逾期: its time is over, but it may still be made up. */
    OVERDUE("逾期", "Overdue"),
    /** 漏检: its time is over for ever. */
    MISSED("漏检", "Missed"),
    /** 已检: answered by a submitted inspection. */
    DONE("已检", "Done"),
    /** 已跳过: left out, with a reason. */
    SKIPPED("已跳过", "Skipped");

    private final String zh;
    private final String en;

    Standing(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The word shown to people. */
    public Label label() {
        return new Label(zh, en);
    }
}
