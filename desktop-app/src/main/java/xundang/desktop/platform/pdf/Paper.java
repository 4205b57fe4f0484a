package xundang.desktop.platform.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * An A4 document that is filled from top to bottom. Nothing in it depends on when or where it is made: the same content gives the same
 * bytes. It lives in memory and never in a temporary file. For one thread.
 */
public final class Paper implements AutoCloseable {
    /** Left and right margin, points. */
    public static final float MARGIN = 42;

    /** Width between the margins, points. */
    public static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

    private static final float TOP = 40;
    private static final float BOTTOM = PDRectangle.A4.getHeight() - 52;

    private final PDDocument document = new PDDocument();
    private final Set<Integer> missing = PaperFont.noneMissing();
    private final PaperFont regular;
    private final PaperFont bold;
    private final List<PDPage> pages = new ArrayList<>();
    private final List<String> footers = new ArrayList<>();
    private String footer = "";
    private Sheet sheet;
    private float y = TOP;

    /**
     * Begins with an empty page.
     *
     * @param title for the reader's window
     * @param date of the content, for the document's properties
     * @param seed what the document is made of, e.g. the hashes of its records; it decides the document's id
     */
    public Paper(String title, OffsetDateTime date, long seed) throws IOException {
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(title);
        about.setCreator("Xundang");
        GregorianCalendar day = GregorianCalendar.from(date.toZonedDateTime());
        about.setCreationDate(day);
        about.setModificationDate(day);
        document.setDocumentInformation(about);
        document.setDocumentId(seed);
        document.getDocumentCatalog().setLanguage("zh-CN");
        regular = PaperFont.load(document, "NotoSansSC_400Regular.ttf", missing);
        bold = PaperFont.load(document, "NotoSansSC_700Bold.ttf", missing);
        sheet = begin();
    }

    /** What stands at the foot of the pages from the present one on, left of the page number. */
    public void footer(String text) {
        footer = text;
        footers.set(footers.size() - 1, text);
    }

    private Sheet begin() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(page);
        footers.add(footer);
        y = TOP;
        return new Sheet(new PDPageContentStream(document, page), page, regular, bold);
    }

    /** Goes on at the top of a new page. */
    public void newPage() throws IOException {
        sheet.close();
        sheet = begin();
    }

    /** Number of the present page, from 1. */
    public int page() {
        return pages.size();
    }

    /** Whether nothing stands on the present page yet. */
    public boolean atTop() {
        return y <= TOP;
    }

    /** Points that are left on the page. */
    public float room() {
        return BOTTOM - y;
    }

    /** Points of an empty page. */
    public static float fullRoom() {
        return BOTTOM - TOP;
    }

    /** Begins a new page unless so much room is left. */
    public void ensure(float points) throws IOException {
        if (room() < points && !atTop()) {
            newPage();
        }
    }

    /** Leaves room. */
    public void space(float points) {
        y += atTop() ? 0 : points;
    }

    float y() {
        return y;
    }

    void advance(float points) {
        y += points;
    }

    Sheet sheet() {
        return sheet;
    }

    /** The text's lines at that width. */
    public List<String> lines(String text, float width, Type type) {
        PaperFont font = type.bold() ? bold : regular;
        return LineBreaker.lines(text, width, piece -> font.width(piece) * type.size());
    }

    /** Width of one line, points. */
    public float width(String text, Type type) {
        return (type.bold() ? bold : regular).width(text) * type.size();
    }

    /** A paragraph over the whole width. */
    public void text(String text, Type type) throws IOException {
        for (String line : lines(text, WIDTH, type)) {
            ensure(type.leading());
            sheet.text(line, MARGIN, y + type.size(), type);
            y += type.leading();
        }
    }

    /** A heading that is not left alone at the foot of a page. */
    public void heading(String text) throws IOException {
        space(10);
        ensure(60);
        text(text, Type.HEADING);
        y += 3;
    }

    /** A line in the middle. */
    public void centred(String text, Type type) throws IOException {
        for (String line : lines(text, WIDTH, type)) {
            ensure(type.leading());
            sheet.text(line, MARGIN + (WIDTH - width(line, type)) / 2, y + type.size(), type);
            y += type.leading();
        }
    }

    /** Makes a picture ready to be placed; it is embedded once however often it is used. */
    public Picture picture(byte[] jpeg) throws IOException {
        return new Picture(JPEGFactory.createFromByteArray(document, jpeg));
    }

    /** A picture of this document. */
    public record Picture(PDImageXObject image) {}

    /** Moves the last pages to the front: a cover is drawn when the pages behind it are known. */
    public void toFront(int from) throws IOException {
        sheet.close();
        List<PDPage> last = new ArrayList<>(pages.subList(from - 1, pages.size()));
        List<String> theirs = new ArrayList<>(footers.subList(from - 1, footers.size()));
        PDPage first = pages.getFirst();
        for (PDPage page : last) {
            document.removePage(page);
            document.getPages().insertBefore(page, first);
        }
        pages.removeAll(last);
        pages.addAll(0, last);
        for (int i = 0; i < theirs.size(); i++) {
            footers.removeLast();
        }
        footers.addAll(0, theirs);
        sheet = new Sheet(
                new PDPageContentStream(document, pages.getLast(), PDPageContentStream.AppendMode.APPEND, true, true),
                pages.getLast(),
                regular,
                bold);
    }

    /** Takes the pages from that one on away. */
    public void drop(int from) throws IOException {
        sheet.close();
        while (pages.size() >= from) {
            document.removePage(pages.removeLast());
            footers.removeLast();
        }
        sheet = begin();
    }

    /** Characters that the font lacks; each stands as a box on the paper. */
    public Set<Integer> missing() {
        return new TreeSet<>(missing);
    }

    /**
     * Numbers the pages and writes the document. Nothing can be added afterwards.
     *
     * @param numbers says “page n of m”
     */
    public void write(OutputStream out, PageNumber numbers) throws IOException {
        sheet.close();
        for (int i = 0; i < pages.size(); i++) {
            PDPage page = pages.get(i);
            try (Sheet foot = new Sheet(
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true),
                    page,
                    regular,
                    bold)) {
                float at = BOTTOM + 14;
                foot.line(MARGIN, at, MARGIN + WIDTH, at, Tone.LINE, 0.5f);
                String number = numbers.of(i + 1, pages.size());
                float wide = width(number, Type.SMALL);
                foot.text(number, MARGIN + WIDTH - wide, at + 12, Type.SMALL);
                List<String> lines = lines(footers.get(i), WIDTH - wide - 16, Type.SMALL);
                for (int line = 0; line < Math.min(2, lines.size()); line++) {
                    foot.text(lines.get(line), MARGIN, at + 12 + line * Type.SMALL.leading(), Type.SMALL);
                }
            }
        }
        document.save(out);
    }

    /** Words for a page's number. */
    @FunctionalInterface
    public interface PageNumber {
        /** @param page from 1 */
        String of(int page, int pages);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
