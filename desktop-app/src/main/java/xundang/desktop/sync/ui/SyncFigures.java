package xundang.desktop.sync.ui;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.sync.SyncStatus;

/** Where sync stands, in numbers and words, and how far a long transfer is. */
final class SyncFigures extends VBox {
    private final SyncWords words;
    private final Label headline = Parts.label("", "page-title");
    private final Label records = Parts.label("", "big-number", "figures");
    private final Label photos = Parts.label("", "big-number", "figures");
    private final Label attention = Parts.label("", "big-number", "figures");
    private final Label contact = Parts.label("", "muted");
    private final Label drift = Parts.label("", "strong");
    private final TransferBar transfer;

    SyncFigures(UiTexts texts) {
        super(8);
        words = new SyncWords(texts);
        transfer = new TransferBar(texts);
        getStyleClass().add("card");
        headline.setMinWidth(USE_PREF_SIZE);
        Label promise = Parts.wrapped(texts.get("sync.centre.promise"), "muted");
        VBox said = Parts.column(4, Parts.row(12, headline, contact, drift), promise);
        said.setMinWidth(0);
        getChildren()
                .addAll(
                        Parts.row(
                                24,
                                said,
                                Parts.spring(),
                                figure(records, texts.get("sync.centre.records")),
                                figure(photos, texts.get("sync.centre.photos")),
                                figure(attention, texts.get("sync.centre.attention"))),
                        transfer);
    }

    private static VBox figure(Label number, String name) {
        VBox figure = Parts.column(0, number, Parts.label(name, "caption"));
        figure.setMinWidth(USE_PREF_SIZE);
        return figure;
    }

    void show(SyncStatus status) {
        headline.setText(words.connection(status));
        records.setText(Integer.toString(status.recordsWaiting()));
        photos.setText(Integer.toString(status.photosWaiting()));
        attention.setText(Integer.toString(status.needsAttention()));
        attention.getStyleClass().remove("bad");
        if (status.needsAttention() > 0) {
            attention.getStyleClass().add("bad");
        }
        contact.setText(words.lastContact(status));
        drift.setText(words.drift(status).orElse(""));
        transfer.show(status.transfer());
    }
}
