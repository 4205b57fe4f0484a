package xundang.desktop.app.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import xundang.desktop.app.DesktopApp;

/** What happens in each chapter, done with keys and clicks only, and looked at on the screen only. */
final class Story {
    private final Hands hands;
    private final Teller teller;
    private final HandedPictures pictures;
    private final Map<String, String> facts;

    Story(Hands hands, Teller teller, HandedPictures pictures, Map<String, String> facts) {
        this.hands = hands;
        this.teller = teller;
        this.pictures = pictures;
        this.facts = facts;
    }

    void play(Chapter chapter, DesktopApp app) {
        switch (chapter) {
            case ENROL -> enrol("a");
            case INSPECT -> inspect();
            case SUBMIT -> submit();
            case DELIVER -> deliver();
            case SECOND_LAPTOP -> new SecondLaptop(hands, teller, facts).look(app, this);
            case DISAGREE_A -> disagreement().writeOnA();
            case DISAGREE_B -> disagreement().writeOnB();
            case MEET_A -> disagreement().meetOnA();
            case SETTLE_B -> disagreement().settleOnB();
            case AGREE_A -> disagreement().agreeOnA();
        }
    }

    private Disagreement disagreement() {
        return new Disagreement(hands, teller, this);
    }

    /** Fills in the enrolment form and waits for the ledger to arrive. */
    void enrol(String laptop) {
        teller.step("登记笔记本 " + laptop.toUpperCase(java.util.Locale.ROOT) + "：账号、密码、一次性登记码");
        hands.waitFor("enrol-server");
        hands.fill("enrol-server", fact("server"));
        hands.fill("enrol-account", fact("login"));
        hands.fill("enrol-password", fact("password"));
        hands.fill("enrol-device", "示例笔记本 " + laptop.toUpperCase(java.util.Locale.ROOT));
        hands.fill("enrol-code", "ABCD-EFGH-JKMN");
        hands.press(KeyCode.ENTER);
        hands.until("the refusal of a wrong code", () -> hands.shows("enrol-error"));
        hands.snapshot(laptop + "-01-enrol-wrong-code");
        teller.checked("错误的登记码被拒绝：" + hands.textOf("enrol-error"));
        hands.fill("enrol-password", fact("password"));
        hands.fill("enrol-code", fact("code"));
        hands.snapshot(laptop + "-02-enrol");
        hands.press(KeyCode.ENTER);
        hands.waitFor("today-list");
        hands.until("the ledger to arrive", () -> hands.textOf("today-list").contains("UPS-0000"));
        hands.until("the end of the first sync", () -> !status().contains("同步"));
        hands.snapshot(laptop + "-03-today");
        teller.checked("台账已下载，今日有待巡检的 UPS 主机");
        teller.note("状态栏：" + status());
    }

    /** Logs in; a wrong password first when asked. */
    void logIn(boolean wrongFirst) {
        hands.waitFor("login-password");
        if (wrongFirst) {
            hands.fill("login-password", "not-the-password");
            hands.press(KeyCode.ENTER);
            hands.until("the refusal of a wrong password", () -> hands.shows("login-error"));
            hands.snapshot("a-04-wrong-password");
            teller.check("密码错误时什么也没有打开：" + hands.textOf("login-error"), !hands.shows("status-bar"));
        }
        hands.fill("login-password", fact("password"));
        hands.press(KeyCode.ENTER);
        hands.waitFor("status-bar");
        teller.checked("已离线登录");
    }

    private void inspect() {
        teller.step("登录（先输错一次密码），关闭网络");
        logIn(true);
        goOffline("a-05-sync-off");
        teller.step("扫码：先是破损的标签，再是一张标签照片");
        hands.press(KeyCode.F2);
        hands.waitFor("scan-field");
        hands.fill("scan-field", fact("damagedTag"));
        hands.press(KeyCode.ENTER);
        hands.until("the answer to a damaged tag", () -> hands.shows("scan-answer"));
        hands.snapshot("a-06-scan-damaged");
        teller.checked("校验位不符：" + hands.textOf("scan-answer"));
        pictures.holdReady(Path.of(fact("tagPicture")));
        hands.click("scan-picture");
        hands.waitFor("dossier-begin");
        hands.until("the dossier", () -> hands.windowText().contains(fact("assetNo")));
        hands.snapshot("a-07-dossier");
        teller.checked("一物一档：" + fact("assetNo") + " GE SG300P，杨浦机房");

        teller.step("巡检：键盘填表，每一项离开即保存");
        hands.press(KeyCode.ENTER);
        hands.waitFor("form-submit");
        hands.waitFor("form-asked");
        hands.snapshot("a-08-form-asks");
        hands.click("form-asked-phases-3-3");
        hands.click("form-asked-redundancy-N+1");
        hands.click("form-asked-parallel_n-3");
        hands.waitFor("form-input-M22");
        wrongNumber();
        answer(Answers.BEFORE_THE_KILL);
        hands.snapshot("a-10-form-half");
        teller.checked("三相不平衡度自动算出：" + hands.textOf("form-row-M11"));
        hands.focus("form-input-" + Answers.INTERRUPTED);
        hands.type("2");
        teller.step("正在输入 " + Answers.INTERRUPTED + " 时强行终止进程（kill -9）");
        teller.killMe();
    }

    /** Switches the network off, with a picture of that name. */
    void goOffline(String picture) {
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        hands.waitFor("sync-online");
        hands.click("sync-online");
        hands.until("the status to say 离线", () -> status().contains("离线"));
        hands.snapshot(picture);
        teller.checked("网络已关闭：" + status());
    }

    private void wrongNumber() {
        hands.focus("form-input-M04");
        hands.paste("二十");
        hands.press(KeyCode.ENTER);
        hands.waitFor("form-error-M04");
        hands.snapshot("a-09-text-in-number");
        teller.check(
                "数字栏里的文字没有保存，也没有丢：" + hands.textOf("form-error-M04"),
                hands.textOf("form-input-M04").contains("二十"));
        hands.press(KeyCode.CONTROL, KeyCode.A);
        hands.press(KeyCode.BACK_SPACE);
    }

    private void answer(List<Answers.Answer> answers) {
        for (Answers.Answer answer : answers) {
            hands.focus("form-input-" + answer.slot());
            String pasted = answer.pasted();
            if (pasted != null) {
                hands.paste(pasted);
            } else {
                hands.type(answer.keys());
            }
            if (answer.photo() != null) {
                pictures.holdReady(Path.of(fact("photo-" + answer.slot())));
                hands.press(KeyCode.P);
            }
            hands.press(KeyCode.ENTER);
            hands.until(
                    "'" + answer.slot() + "' to be saved",
                    () -> hands.shows("form-saved-" + answer.slot())
                            && hands.textOf("form-saved-" + answer.slot()).contains("已保存"));
        }
        teller.checked(answers.size() + " 项已输入，逐项显示“已保存”");
    }

    private void submit() {
        teller.step("重新打开：登录后回到同一项");
        logIn(false);
        hands.waitFor("form-submit");
        hands.until("the cursor on the same row", () -> hands.focused().equals("form-input-" + Answers.INTERRUPTED));
        hands.snapshot("a-11-reopened");
        for (Answers.Answer answer : Answers.BEFORE_THE_KILL) {
            boolean kept = answer.keys().length() < 2
                    || hands.textOf("form-input-" + answer.slot()).contains(answer.keys());
            if (!kept) {
                throw new DemoFailure(answer.slot() + " was lost");
            }
        }
        teller.checked("光标在 " + Answers.INTERRUPTED + "，前面 " + Answers.BEFORE_THE_KILL.size() + " 项都在");

        teller.step("未填完就提交：说明还差什么");
        hands.press(KeyCode.CONTROL, KeyCode.ENTER);
        hands.waitFor("form-gaps");
        hands.snapshot("a-12-gaps");
        teller.checked(hands.textOf("form-gaps"));
        answer(Answers.AFTER_THE_KILL);
        teller.check(
                "36.5 ℃ 判为异常", hands.textOf("form-verdict-" + Answers.ABNORMAL).contains("异常"));
        hands.focus("form-input-" + Answers.ABNORMAL);
        hands.snapshot("a-13-form-full");

        teller.step("提交，随即再次强行终止进程");
        hands.press(KeyCode.CONTROL, KeyCode.ENTER);
        hands.until("the end of the form", () -> !hands.shows("form-submit"));
        hands.snapshot("a-14-submitted");
        teller.checked("已提交：" + status());
        teller.killMe();
    }

    private void deliver() {
        teller.step("重新打开：一切都在");
        logIn(false);
        hands.until("the status to still say 离线", () -> status().contains("离线"));
        openDossierByNumber();
        hands.until(
                "the submitted inspection",
                () -> hands.textOf("dossier-history").contains("示例巡检员"));
        hands.snapshot("a-15-dossier-queued");
        teller.checked("档案里有这次巡检：" + hands.textOf("dossier-history"));
        teller.checked("状态栏：" + status());

        teller.step("打开网络，同步");
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        hands.waitFor("sync-online");
        hands.snapshot("a-16-sync-queue");
        hands.click("sync-online");
        hands.press(KeyCode.F5);
        hands.until(
                "the server's confirmation",
                () -> hands.textOf("sync-queue").contains("服务器已确认") && status().contains("没有待发送"));
        hands.snapshot("a-17-sync-done");
        teller.checked("状态栏：" + status());
        openDossierByNumber();
        hands.until("the confirmed state", () -> hands.textOf("dossier-history").contains("服务器已确认"));
        hands.snapshot("a-18-dossier-delivered");
        language();
    }

    private void language() {
        hands.click("status-language");
        hands.settle();
        hands.snapshot("a-19-english");
        teller.check("界面已切换为英文", hands.windowText().contains("Held by"));
        hands.click("status-language");
        for (String name : List.of("dark", "sunlight")) {
            hands.click("status-theme");
            hands.settle();
            hands.snapshot("a-20-" + name);
        }
    }

    void openDossierByNumber() {
        hands.press(KeyCode.F2);
        hands.waitFor("scan-field");
        hands.fill("scan-field", fact("tag"));
        hands.press(KeyCode.ENTER);
        hands.waitFor("dossier-history");
        hands.until("the dossier", () -> hands.windowText().contains(fact("assetNo")));
    }

    String status() {
        return hands.textOf("status-sync");
    }

    private String fact(String name) {
        String value = facts.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the chapter was not told: " + name);
        }
        return value;
    }
}
