package xundang.desktop.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.inspection.SubmittedInspection;
import xundang.desktop.inspection.SubmittedInspections;
import xundang.desktop.photo.PaperCopy;
import xundang.desktop.photo.PhotoDamaged;
import xundang.desktop.photo.PhotoKeeper;
import xundang.desktop.platform.i18n.Language;
import xundang.desktop.platform.i18n.Texts;
import xundang.desktop.platform.pdf.Paper;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.desktop.platform.tasks.OnStore;
import xundang.desktop.sync.FileWatch;
import xundang.model.inspection.InspectionId;
import xundang.model.photo.PhotoBody;

/** {@link Reports} over what this laptop holds. The paper is Chinese whatever the interface is: it goes to the using unit. */
public final class ReportService implements Reports {
    private static final Logger LOG = LoggerFactory.getLogger(ReportService.class);
    private static final String ENDING = ".pdf";

    /** What no file system of ours takes in a name, and what one of them reads as something else. */
    private static final String UNSAFE = "[\\\\/:*?\"<>|\\p{Cntrl}\\s]+";

    private final SubmittedInspections inspections;
    private final PhotoKeeper photos;
    private final BackgroundTasks tasks;
    private final Words words;

    /** @param zone in which times are printed */
    public ReportService(
            SubmittedInspections inspections, PhotoKeeper photos, BackgroundTasks tasks, Texts texts, ZoneId zone) {
        this.inspections = inspections;
        this.photos = photos;
        this.tasks = tasks;
        this.words = new Words(texts, Language.ZH, zone);
    }

    @Override
    public String name(List<InspectionId> which) {
        SubmittedInspection first = find(which.getFirst());
        String day = words.minute(first.body().submittedAt()).substring(0, 10);
        String name = which.size() == 1
                ? words.get("report.file.one", first.subject().asset().assetNo(), words.of(first.title()), day)
                : words.get("report.file.several", which.size(), day);
        return name.replaceAll(UNSAFE, "-") + ENDING;
    }

    private SubmittedInspection find(InspectionId id) {
        return inspections.find(id).orElseThrow(() -> new NoSuchElementException("no submitted inspection " + id));
    }

    @Override
    public Printed print(List<InspectionId> which, Path target, FileWatch watch) throws IOException {
        List<SubmittedInspection> all = new ArrayList<>();
        for (InspectionId id : which) {
            watch.check();
            all.add(OnStore.call(tasks, () -> find(id)));
        }
        AtomicInteger absent = new AtomicInteger();
        try (Paper paper = new Paper(title(all), newest(all), seed(all))) {
            fill(paper, all, watch, absent);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            int pages = paper.page();
            paper.write(bytes, (page, of) -> words.get("report.page", page, of));
            watch.check();
            watch.finishing();
            save(target, bytes.toByteArray());
            LOG.info("printed {} inspections on {} pages, {} pictures absent", all.size(), pages, absent.get());
            if (!paper.missing().isEmpty()) {
                LOG.warn(
                        "E-REPORT-120 the font lacks {} characters",
                        paper.missing().size());
            }
            return new Printed(target, all.size(), pages, absent.get(), paper.missing());
        }
    }

    private void fill(Paper paper, List<SubmittedInspection> all, FileWatch watch, AtomicInteger absent)
            throws IOException {
        long pictures = all.stream().mapToLong(one -> one.photos().size()).sum();
        long steps = all.size() + pictures;
        long[] done = {0};
        watch.at(0, steps);
        List<CoverPaper.Entry> entries = new ArrayList<>();
        for (SubmittedInspection one : all) {
            watch.check();
            if (!entries.isEmpty()) {
                paper.newPage();
            }
            entries.add(new CoverPaper.Entry(one, paper.page()));
            new InspectionPaper(paper, words, one, body -> {
                        watch.check();
                        watch.at(++done[0], Math.max(steps, done[0]));
                        return picture(body, absent);
                    })
                    .print();
            watch.at(++done[0], Math.max(steps, done[0]));
        }
        if (entries.size() > 1) {
            cover(paper, entries);
        }
    }

    /** The cover says on which page each begins, and pushes them back by its own length: it is set until the two agree. */
    private void cover(Paper paper, List<CoverPaper.Entry> entries) throws IOException {
        int behind = paper.page();
        paper.newPage();
        int length = 1;
        while (true) {
            int shift = length;
            new CoverPaper(paper, words)
                    .print(entries.stream()
                            .map(entry -> new CoverPaper.Entry(entry.inspection(), entry.page() + shift))
                            .toList());
            int used = paper.page() - behind;
            if (used == length) {
                paper.toFront(behind + 1);
                return;
            }
            length = used;
            paper.drop(behind + 1);
        }
    }

    private PaperPhotos.Found picture(PhotoBody body, AtomicInteger absent) {
        String sha256 = body.sha256();
        try {
            byte[] original = OnStore.call(tasks, () -> photos.has(sha256) ? photos.original(sha256) : new byte[0]);
            if (original.length == 0) {
                absent.incrementAndGet();
                return new PaperPhotos.Found.NotHere();
            }
            return new PaperPhotos.Found.Here(PaperCopy.of(original));
        } catch (NoSuchElementException gone) {
            absent.incrementAndGet();
            return new PaperPhotos.Found.NotHere();
        } catch (PhotoDamaged | IOException e) {
            LOG.error(
                    "E-REPORT-110 a picture cannot be printed: {}", e.getClass().getSimpleName());
            absent.incrementAndGet();
            return new PaperPhotos.Found.Damaged();
        }
    }

    private static void save(Path target, byte[] bytes) throws IOException {
        Path fresh = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.write(fresh, bytes);
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            try {
                Files.deleteIfExists(fresh);
            } catch (IOException left) {
                e.addSuppressed(left);
            }
            throw e;
        }
    }

    private String title(List<SubmittedInspection> all) {
        SubmittedInspection first = all.getFirst();
        return all.size() == 1
                ? words.of(first.title()) + " " + first.subject().asset().assetNo()
                : words.get("report.cover.title");
    }

    private static OffsetDateTime newest(List<SubmittedInspection> all) {
        return all.stream()
                .map(one -> one.body().submittedAt())
                .max(Comparator.comparing(OffsetDateTime::toInstant))
                .orElseThrow();
    }

    /** From the records and their addenda alone. */
    private static long seed(List<SubmittedInspection> all) {
        StringBuilder parts = new StringBuilder();
        for (SubmittedInspection one : all) {
            parts.append(one.id()).append(one.body().recordHash());
            one.addenda().forEach(known -> parts.append(known.body().addendumHash()));
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(parts.toString().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
