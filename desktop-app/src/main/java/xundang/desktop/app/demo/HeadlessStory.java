package xundang.desktop.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xundang.model.tag.TagText;

/** The whole story without a display: two laptops, one server, two kills, one web page, one conflict settled. */
final class HeadlessStory {
    /** One of the six GE SG300P of 杨浦机房: the sixth host of the real ledger's list. */
    static final String ASSET_NO = "UPS-000006";

    private final DemoStage stage;
    private final DemoReport report;
    private final Path folder;

    HeadlessStory(DemoStage stage) {
        this.stage = stage;
        this.report = stage.report();
        this.folder = stage.folder();
    }

    void play() {
        String password = stage.freshPassword();
        report.step("启动服务器（回环地址，空闲端口）");
        String server = stage.startServer();
        report.checked("服务器就绪：" + server);
        report.step("导入真实台账（公开采购文件），建立示例账号");
        stage.prepareLedger(password).lines().forEach(report::note);
        String codeA = stage.enrolmentCode(DemoStage.INSPECTOR);
        String codeB = stage.enrolmentCode(DemoStage.SECOND_INSPECTOR);

        Map<String, String> facts = pictures();
        facts.put("server", server);
        facts.put("password", password);
        facts.put("login", DemoStage.INSPECTOR);
        facts.put("code", codeA);
        LaptopProcess laptopA = new LaptopProcess(folder.resolve("laptop-a"), folder, report);
        laptopA.play(Chapter.ENROL, facts);
        laptopA.play(Chapter.INSPECT, facts);
        laptopA.play(Chapter.SUBMIT, facts);
        laptopA.play(Chapter.DELIVER, facts);

        report.step("服务器上的一物一档网页");
        new WebDossier(server, folder.resolve("pages"), report).look(DemoStage.SECOND_INSPECTOR, password, facts);

        Map<String, String> factsOfB = new TreeMap<>(facts);
        factsOfB.put("login", DemoStage.SECOND_INSPECTOR);
        factsOfB.put("code", codeB);
        LaptopProcess laptopB = new LaptopProcess(folder.resolve("laptop-b"), folder, report);
        laptopB.play(Chapter.SECOND_LAPTOP, factsOfB);

        Disagreement.play(laptopA, facts, laptopB, factsOfB);
        report.checked("两台笔记本显示的档案逐字相同");
    }

    private Map<String, String> pictures() {
        DemoPictures draw = new DemoPictures(folder.resolve("pictures"));
        String tag = new TagText(ServerProcess.LEDGER_CODE, ASSET_NO).text();
        Map<String, String> facts = new TreeMap<>();
        facts.put("assetNo", ASSET_NO);
        facts.put("tag", tag);
        facts.put("damagedTag", tag.substring(0, tag.length() - 4) + "0000");
        facts.put("tagPicture", draw.tag(tag).toString());
        Stream.concat(Answers.BEFORE_THE_KILL.stream(), Answers.AFTER_THE_KILL.stream())
                .forEach(answer -> {
                    String caption = answer.photo();
                    if (caption != null) {
                        facts.put(
                                "photo-" + answer.slot(),
                                draw.photo("ups-" + answer.slot(), caption).toString());
                    }
                });
        facts.put(
                "photoHashes",
                facts.entrySet().stream()
                        .filter(fact -> fact.getKey().startsWith("photo-"))
                        .map(fact -> SecondLaptop.sha256(read(Path.of(fact.getValue()))))
                        .sorted()
                        .collect(Collectors.joining(",")));
        return facts;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
