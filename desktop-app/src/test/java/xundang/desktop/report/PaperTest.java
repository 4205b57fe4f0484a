package xundang.desktop.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xundang.desktop.inspection.SubmittedInspection;
import xundang.desktop.inspection.TestLaptop;
import xundang.desktop.platform.i18n.Language;
import xundang.desktop.platform.i18n.Texts;
import xundang.desktop.platform.tasks.DirectBackgroundTasks;
import xundang.desktop.sync.FileWatch;
import xundang.desktop.testing.FilledForms;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.json.ModelJson;
import xundang.model.sync.RecordType;

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
}
