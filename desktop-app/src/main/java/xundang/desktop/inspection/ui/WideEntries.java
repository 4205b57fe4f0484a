package xundang.desktop.inspection.ui;

import java.util.Objects;
import java.util.Optional;
import xundang.desktop.platform.fx.UiContext;

/** Which rows are answered in the form's whole width, and where. */
final class WideEntries {
    private WideEntries() {}

    /** Whether the row is answered in the form's whole width. */
    static boolean isWide(RowViewModel row) {
        return switch (row.kind()) {
            case JAR_TABLE, TABLE -> true;
            case YES_NO, CHOICE, MULTI_CHOICE, NUMBER, TEXT, DATE, DATE_TIME, PHOTO, SIGNATURE, ASSET, COMPUTED ->
                false;
        };
    }

    /** The entry of such a row; empty for a row that is answered in its own place. */
    static Optional<WideEntry> of(FormViewModel form, RowViewModel row, UiContext context) {
        return switch (row.kind()) {
            case JAR_TABLE -> Optional.of(new JarEntry(form, row, context));
            case TABLE ->
                Optional.of(new TableEntry(
                        form, row, Objects.requireNonNull(row.slot().item().table()), context.texts()));
            case YES_NO, CHOICE, MULTI_CHOICE, NUMBER, TEXT, DATE, DATE_TIME, PHOTO, SIGNATURE, ASSET, COMPUTED ->
                Optional.empty();
        };
    }
}
