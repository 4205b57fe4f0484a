package xundang.desktop.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.SubmittedInspection;
import xundang.desktop.inspection.SubmittedInspection.Row;
import xundang.desktop.platform.pdf.Block;
import xundang.desktop.platform.pdf.Paper;
import xundang.desktop.platform.pdf.Tone;
import xundang.desktop.platform.pdf.Type;
import xundang.model.photo.PhotoBody;
import xundang.model.photo.PhotoId;

/** The pictures of an inspection, two side by side, each with its caption; one that is not here is said to be missing. */
final class PhotoPaper {
    private static final float GAP = 10;
    private static final float WIDTH = (Paper.WIDTH - GAP) / 2;
    private static final float HEIGHT = 168;
    private static final float CAPTION = 44;

    private final Paper paper;
    private final Words words;
    private final PaperPhotos photos;

    PhotoPaper(Paper paper, Words words, PaperPhotos photos) {
        this.paper = paper;
        this.words = words;
        this.photos = photos;
    }

    /** A picture with the row that it belongs to; {@code body} is absent when this laptop knows only its number. */
    private record Place(PhotoId id, @Nullable PhotoBody body, String item) {}

    void print(SubmittedInspection inspection) throws IOException {
        List<Place> places = places(inspection);
        if (places.isEmpty()) {
            return;
        }
        paper.space(10);
        paper.ensure(HEIGHT + CAPTION + 40);
        paper.heading(words.get("report.photos.title", places.size()));
        for (int i = 0; i < places.size(); i += 2) {
            List<Place> pair = places.subList(i, Math.min(places.size(), i + 2));
            Block.on(paper, HEIGHT + CAPTION + 8, block -> {
                for (int side = 0; side < pair.size(); side++) {
                    photo(block, side * (WIDTH + GAP), pair.get(side), inspection);
                }
            });
        }
    }

    private List<Place> places(SubmittedInspection inspection) {
        List<Place> places = new ArrayList<>();
        Set<PhotoId> shown = new LinkedHashSet<>();
        for (Row row : inspection.rows()) {
            if (row.original() == null) {
                continue;
            }
            String item = row.slot().id() + " " + words.name(row.slot());
            for (PhotoId id : row.original().photos()) {
                shown.add(id);
                places.add(new Place(id, inspection.photos().get(id), item));
            }
        }
        inspection.photos().forEach((id, body) -> {
            if (!shown.contains(id)) {
                places.add(new Place(id, body, words.get("report.photos.noItem")));
            }
        });
        return places;
    }

    private void photo(Block block, float x, Place place, SubmittedInspection inspection) throws IOException {
        PhotoBody body = place.body();
        if (body == null) {
            absent(block, x, "report.photos.unknown");
        } else {
            switch (photos.find(body)) {
                case PaperPhotos.Found.Here here -> {
                    block.picture(paper.picture(here.jpeg()), x, 0, WIDTH, HEIGHT);
                    block.box(x, 0, WIDTH, HEIGHT);
                }
                case PaperPhotos.Found.NotHere ignored -> absent(block, x, "report.photos.notHere");
                case PaperPhotos.Found.Damaged ignored -> absent(block, x, "report.photos.damaged");
            }
        }
        Type caption = Type.SMALL.in(Tone.INK);
        float y = HEIGHT + 3;
        block.line(inspection.subject().asset().assetNo() + " · " + place.item(), x, y, WIDTH, Type.STRONG.sized(7.5f));
        y += caption.leading();
        if (body == null) {
            block.line(place.id().toString(), x, y, WIDTH, caption);
            return;
        }
        block.line(taken(body), x, y, WIDTH, caption);
        y += caption.leading();
        block.line(
                words.get("report.photos.by", body.personName(), body.sha256().substring(0, 16)), x, y, WIDTH, caption);
    }

    private void absent(Block block, float x, String key) throws IOException {
        block.emptyBox(x, 0, WIDTH, HEIGHT);
        String said = words.get(key);
        block.wrapped(said, x + 16, HEIGHT / 2 - 6, WIDTH - 32, Type.STRONG.in(Tone.MUTED));
    }

    /** The camera's own time if it wrote one; else when the picture was added, by the laptop's clock. None alone is to be trusted. */
    private String taken(PhotoBody body) {
        String exif = body.exifTime();
        return exif == null || exif.isBlank()
                ? words.get("report.photos.added", words.time(body.addedAt()))
                : words.get("report.photos.taken", exif.replace('T', ' '), words.time(body.addedAt()));
    }
}
