package xundang.desktop.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xundang.desktop.inspection.SubmittedInspection;
import xundang.desktop.inspection.SubmittedInspections.Wanted;
import xundang.desktop.inspection.TestLaptop;
import xundang.desktop.platform.i18n.Language;
import xundang.desktop.platform.i18n.Texts;
import xundang.desktop.platform.tasks.DirectBackgroundTasks;
import xundang.desktop.sync.FileWatch;
import xundang.desktop.testing.FilledForms;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.ReadingValue;
import xundang.model.json.ModelJson;
import xundang.model.sync.RecordType;
import xundang.model.template.SlotId;

/** Prints filled forms of every kind and looks at what came out: the words, the fonts, the pages. */
class PaperTest {
    private static final Path PICTURES = Path.of("target", "pictures", "paper");

    @TempDir
    Path temp;

    private TestLaptop laptop;
    private ReportService reports;
    private AssetId host;

    @BeforeEach
    void open() throws IOException {
        laptop = new TestLaptop(temp.resolve("ledger"));
        host = laptop.host(6, "serial_no", "GE-2010-1007", "user_unit", "示例使用单位");
        reports = new ReportService(
                laptop.submitted, laptop.keeper, new DirectBackgroundTasks(), new Texts(), TestLaptop.ZONE);
    }

    @AfterEach
    void close() {
        laptop.close();
    }

    private InspectionId submitted(String template, long number) {
        FilledForms.Filled filled = FilledForms.of(template, number, host, TestLaptop.LI, "示例员乙");
        laptop.feed(RecordType.INSPECTION, filled.id().value(), fields(filled.body()));
        filled.photos().forEach((id, body) -> laptop.feed(RecordType.PHOTO, id.value(), fields(body)));
        laptop.keeper.kept.putAll(filled.pictures());
        return filled.id();
    }

    private static Map<String, Object> fields(Object body) {
        Map<String, Object> fields = new LinkedHashMap<>();
        ModelJson.mapper()
                .valueToTree(body)
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    private Path print(String name, InspectionId... which) throws IOException {
        Path file = temp.resolve(name + ".pdf");
        reports.print(List.of(which), file, FileWatch.UNWATCHED);
        return file;
    }

    private static String text(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\u00a0\u3000]+", "");
    }

    private static void draw(String name, Path file) throws IOException {
        Files.createDirectories(PICTURES);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                Path png = PICTURES.resolve("%s-%02d.png".formatted(name, page + 1));
                ImageIO.write(renderer.renderImageWithDPI(page, 90), "png", png.toFile());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ups-m", "ups-q", "room-p", "fire-p", "room-sc", "cam-f", "vid-d", "ledger-sc", "bat-r", "rem-r"
            })
    void everyFormPrintsEveryRowWithItsLimitsAndTheirSources(String template) throws IOException {
        InspectionId id = submitted(template, 1);
        Path file = print(template, id);
        draw(template, file);
        String text = squeezed(text(file));
        SubmittedInspection whole = laptop.submitted.find(id).orElseThrow();
        Words words = new Words(new Texts(), Language.ZH, TestLaptop.ZONE);
        LimitText limits = new LimitText(words);
        List<String> wanted = new ArrayList<>();
        for (SubmittedInspection.Row row : whole.rows()) {
            wanted.add(words.name(row.slot()));
            wanted.add(words.value(row.slot(), row.original()));
            limits.of(row.slot()).ifPresent(said -> {
                wanted.add(said.limits());
                wanted.add(said.source());
            });
        }
        assertThat(wanted).isNotEmpty();
        assertThat(wanted.stream().filter(part -> !text.contains(squeezed(part))))
                .as("missing on the paper")
                .isEmpty();
    }

    @Test
    void theSameRecordGivesTheSameBytes() throws IOException {
        InspectionId id = submitted("cam-f", 1);
        assertThat(Files.readAllBytes(print("once", id))).isEqualTo(Files.readAllBytes(print("again", id)));
    }

    @Test
    void bothWeightsAreEmbeddedAndOnlyWithTheCharactersUsed() throws IOException {
        Path file = print("fonts", submitted("fire-p", 1));
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSansSC-(Regular|Bold)");
                }
            }
        }
        assertThat(Files.size(file))
                .as("a whole font would be ten million bytes")
                .isLessThan(1_500_000);
    }

    @Test
    void pagesAreNumberedAndCarryTheRecordsHash() throws IOException {
        InspectionId id = submitted("ups-q", 1);
        Path file = print("numbers", id);
        String hash = laptop.submitted.find(id).orElseThrow().body().recordHash();
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDFTextStripper reader = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                reader.setStartPage(page);
                reader.setEndPage(page);
                assertThat(squeezed(reader.getText(document)))
                        .contains("第" + page + "页共" + document.getNumberOfPages() + "页")
                        .contains(hash);
            }
        }
    }

    @Test
    void everyJarStandsOnThePaperWithTheStringsFiguresAndTheBaseline() throws IOException {
        String text = squeezed(text(print("jars", submitted("ups-q", 1))));
        FilledForms.jars()
                .jars()
                .forEach(jar -> assertThat(text)
                        .contains(jar.position()
                                + (jar.voltage() == null ? "—" : jar.voltage().toPlainString())));
        assertThat(text).contains("2节用本节投运初期实测值，183节用本组本次中位数").contains("J2与组平均偏差-139mV异常");
    }

    @Test
    void aPictureThatIsNotHereIsSaidToBeMissing() throws IOException {
        InspectionId id = submitted("ups-m", 1);
        laptop.keeper.kept.clear();
        Path file = temp.resolve("absent.pdf");
        Printed printed = reports.print(List.of(id), file, FileWatch.UNWATCHED);
        int photos = laptop.submitted.find(id).orElseThrow().photos().size();
        assertThat(printed.absentPhotos()).isEqualTo(photos);
        assertThat(text(file).split("照片未在本机", -1)).hasSize(photos + 1);
    }

    @Test
    void severalFormsMakeOneFileWithACoverThatNamesTheirPages() throws IOException {
        Path file = print("round", submitted("ups-m", 1), submitted("fire-p", 2), submitted("cam-f", 3));
        draw("round", file);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDFTextStripper reader = new PDFTextStripper();
            reader.setEndPage(1);
            String cover = squeezed(reader.getText(document));
            assertThat(cover).contains("巡检反馈表汇总").contains("共3份").contains("消防巡查表");
            reader.setStartPage(2);
            reader.setEndPage(2);
            assertThat(squeezed(reader.getText(document))).startsWith("UPS月度巡检反馈表");
        }
    }

    @Test
    void anAddendumStandsBesideTheOriginalValueAndAtTheSignatures() throws IOException {
        InspectionId id = submitted("ups-m", 1);
        laptop.submitted.add(
                id,
                new Wanted.Correction(
                        SlotId.of("M15"), new ReadingValue.Measured(new BigDecimal("36.5")), null, "抄表时看错行"));
        Path file = print("amended", id);
        draw("amended", file);
        assertThat(squeezed(text(file)))
                .contains("更正为36.5°C")
                .contains("抄表时看错行")
                .contains("签名后有更正或补充1条")
                .contains("更正后的结论");
    }

    @Test
    void aCharacterThatTheFontLacksIsABoxAndIsReported() throws IOException {
        InspectionId id = submitted("ups-m", 1);
        laptop.submitted.add(id, new Wanted.Remark(null, "值班员𠮷田 龘 犇 堃 😀 签收"));
        Printed printed = reports.print(List.of(id), temp.resolve("rare.pdf"), FileWatch.UNWATCHED);
        assertThat(printed.missingCharacters()).contains(0x1F600).doesNotContain((int) '龘', (int) '犇', (int) '堃');
        draw("rare", temp.resolve("rare.pdf"));
    }

    @Test
    void aCancelledPrintLeavesNoFile() {
        InspectionId id = submitted("ups-m", 1);
        Path file = temp.resolve("cancelled.pdf");
        assertThatThrownBy(() -> reports.print(List.of(id), file, new FileWatch() {
                    @Override
                    public void at(long done, long total) {}

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(file).doesNotExist();
    }
}
