package xundang.desktop.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import xundang.desktop.app.DesktopMain;
import xundang.model.tag.TagText;

/** The demo with a display: everything is prepared, then the app opens and belongs to the person. */
final class OpenDemo {
    private final DemoStage stage;

    OpenDemo(DemoStage stage) {
        this.stage = stage;
    }

    void open() {
        DemoReport report = stage.report();
        String password = stage.freshPassword();
        report.step("启动服务器");
        String server = stage.startServer();
        report.checked(server);
        report.step("导入真实台账，建立示例账号");
        stage.prepareLedger(password).lines().forEach(report::note);
        String code = stage.enrolmentCode(DemoStage.INSPECTOR);

        Path laptop = stage.folder().resolve("laptop-a");
        new LaptopProcess(laptop, stage.folder(), report)
                .play(
                        Chapter.ENROL,
                        Map.of("server", server, "login", DemoStage.INSPECTOR, "password", password, "code", code));

        DemoPictures pictures = new DemoPictures(stage.folder().resolve("pictures"));
        report.step("打开桌面客户端");
        report.note("登录：" + DemoStage.INSPECTOR + "　密码：" + password);
        report.note("标签照片（F2 扫码时选择）：" + pictures.tag(new TagText("SH01", HeadlessStory.ASSET_NO).text()));
        report.note("示例照片：" + pictures.photo("ups-panel", "UPS 面板"));
        report.note("一物一档网页：" + server + "　关闭窗口即结束演示。");
        openDesktop(laptop);
    }

    private void openDesktop(Path laptop) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                DesktopMain.class.getName(),
                "--data",
                laptop.toString());
        try {
            int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exit != 0) {
                throw new DemoFailure("the desktop ended with " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted", e);
        }
    }
}
