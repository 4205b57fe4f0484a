package xundang.desktop.app.demo;

import java.util.Map;
import javafx.scene.input.KeyCode;

/**
 * 分歧: two people write a different value into the same field, each without a network. Nobody's value goes under: both laptops show the card,
 * the asset manager decides, and both end with the same file.
 */
final class Disagreement {
    private static final String FIELD = "fact-brand";
    private static final String OF_A = "GE 通用电气";
    private static final String OF_B = "通用电气（GE）";

    private final Hands hands;
    private final Teller teller;
    private final Story story;

    Disagreement(Hands hands, Teller teller, Story story) {
        this.hands = hands;
        this.teller = teller;
        this.story = story;
    }

    /** Laptop A, offline: writes its value and is closed. */
    void writeOnA() {
        teller.step("分歧：笔记本 A 离线，更改品牌");
        write("c-01-a", OF_A);
    }

    /** Laptop B, offline too: another value for the same field. B comes online first. */
    void writeOnB() {
        teller.step("分歧：笔记本 B 离线，把同一项改成另一个值，然后先联网");
        write("c-02-b", OF_B);
        goOnline();
        hands.until("the delivery", () -> story.status().contains("没有待发送"));
        teller.checked("B 的值先到，台账采用：" + story.status());
    }

    /** Laptop A comes online: its value is neither shown nor lost, it waits on a card. */
    void meetOnA() {
        teller.step("分歧：笔记本 A 联网，两个值都在卡片上");
        story.logIn(false);
        goOnline();
        openCard();
        hands.snapshot("c-03-a-card");
        checkBothValues();
        teller.check("巡检员只能让步，由资产管理员决定", hands.shows("sync-take-ledgers") && !hands.shows("sync-take-authors"));
        story.openDossierByNumber();
        hands.until("the conflict on the dossier", () -> hands.shows("dossier-disputes"));
        hands.snapshot("c-04-a-dossier");
        teller.checked("档案上注明：" + hands.textOf("dossier-disputes"));
    }

    /** Laptop B sees the same card; its person is an asset manager and takes the other one's value. */
    void settleOnB() {
        teller.step("分歧：笔记本 B 看到同一张卡片，资产管理员采用 A 的值");
        story.logIn(false);
        hands.press(KeyCode.F5);
        openCard();
        hands.snapshot("c-05-b-card");
        checkBothValues();
        teller.check("资产管理员可以采用另一个值", hands.shows("sync-take-authors"));
        hands.press(KeyCode.W);
        hands.press(KeyCode.F5);
        hands.until(
                "the settlement", () -> hands.textOf("sync-conflicts-detail").contains("已处理"));
        hands.snapshot("c-06-b-settled");
        teller.checked("服务器已确认，卡片已关闭");
        agreed("c-07-b-dossier");
    }

    /** Laptop A learns the decision. */
    void agreeOnA() {
        teller.step("分歧：笔记本 A 同步，两台的档案相同");
        story.logIn(false);
        hands.press(KeyCode.F5);
        openCard();
        hands.until(
                "the settlement", () -> hands.textOf("sync-conflicts-detail").contains("已处理"));
        hands.snapshot("c-08-a-settled");
        agreed("c-09-a-dossier");
    }

    private void write(String picture, String value) {
        story.logIn(false);
        story.goOffline(picture + "-offline");
        story.openDossierByNumber();
        hands.focus(FIELD);
        hands.press(KeyCode.F4);
        hands.fill("fact-input", value);
        hands.press(KeyCode.ENTER);
        hands.until("the new value", () -> hands.textOf(FIELD).contains(value));
        hands.snapshot(picture + "-changed");
        teller.checked("已保存在本机：" + hands.textOf(FIELD) + "；" + story.status());
    }

    private void goOnline() {
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        hands.waitFor("sync-online");
        hands.click("sync-online");
        hands.press(KeyCode.F5);
    }

    private void openCard() {
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        hands.waitFor("sync-tab-conflicts");
        hands.click("sync-tab-conflicts");
        hands.waitFor("sync-conflict-card");
    }

    private void checkBothValues() {
        String card = hands.textOf("sync-conflicts-detail");
        teller.check("卡片上有更改前、台账和另一个人的值：" + card, card.contains(OF_A) && card.contains(OF_B));
    }

    /** What the file shows now, with everything else that it says of the device: for comparing the two laptops. */
    private void agreed(String picture) {
        story.openDossierByNumber();
        hands.until("the settled value", () -> hands.textOf(FIELD).contains(OF_A));
        hands.until("the end of the dispute", () -> !hands.shows("dossier-disputes"));
        hands.snapshot(picture);
        teller.checked("品牌：" + hands.textOf(FIELD));
        teller.result(hands.textOf("dossier"));
    }

    /** The chapters of a laptop, by the order in which they are played. */
    static void play(LaptopProcess a, Map<String, String> factsOfA, LaptopProcess b, Map<String, String> factsOfB) {
        a.play(Chapter.DISAGREE_A, factsOfA);
        b.play(Chapter.DISAGREE_B, factsOfB);
        a.play(Chapter.MEET_A, factsOfA);
        String onB = b.play(Chapter.SETTLE_B, factsOfB);
        String onA = a.play(Chapter.AGREE_A, factsOfA);
        if (onA == null || !onA.equals(onB)) {
            throw new DemoFailure("the two laptops do not show the same file: " + onA + " / " + onB);
        }
    }
}
