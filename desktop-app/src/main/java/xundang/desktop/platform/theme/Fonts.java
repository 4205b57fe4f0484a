package xundang.desktop.platform.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** Noto Sans SC (OFL-1.1) comes with the program: a laptop may have no Chinese font at all. */
public final class Fonts {
    /** Family of all texts; its figures have one width, so numbers align. */
    public static final String FAMILY = "Noto Sans SC";

    private static final List<String> FILES = List.of("NotoSansSC_400Regular.ttf", "NotoSansSC_700Bold.ttf");

    private Fonts() {}

    /** Loads both weights; call once before the first scene. Throws {@link IllegalStateException} if the program's own files are broken. */
    public static void load() {
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
                if (in == null || Font.loadFont(in, 14) == null) {
                    throw new IllegalStateException("font cannot be loaded: " + file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
