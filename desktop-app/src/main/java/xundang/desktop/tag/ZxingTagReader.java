package xundang.desktop.tag;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import xundang.model.tag.TagParse;
import xundang.model.tag.TagText;

/** {@link TagReader} with ZXing's decoder, and around it what ZXing's own call lacks ({@link CodeSearch}). Stateless; any thread. */
public final class ZxingTagReader implements TagReader {
    @Override
    public List<String> read(Path image) throws IOException {
        return labelsFirst(CodeSearch.in(PictureLight.of(image)));
    }

    @Override
    public List<String> read(BufferedImage image) {
        return labelsFirst(CodeSearch.in(Grey.of(image)));
    }

    private static List<String> labelsFirst(List<String> texts) {
        return texts.stream()
                .sorted(Comparator.comparingInt(ZxingTagReader::rank))
                .toList();
    }

    private static int rank(String text) {
        return switch (TagText.parse(text)) {
            case TagParse.Good good -> 0;
            case TagParse.WrongCheck wrong -> 1;
            case TagParse.NotATag none -> 2;
        };
    }
}
