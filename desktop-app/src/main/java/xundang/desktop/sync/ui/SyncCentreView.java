package xundang.desktop.sync.ui;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import xundang.desktop.platform.fx.Screen;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.EmptyPanel;
import xundang.desktop.platform.theme.ErrorPanel;
import xundang.desktop.platform.theme.ListStates;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.sync.SyncControl.QueueEntry;
import xundang.desktop.sync.SyncStatus;
import xundang.desktop.sync.SyncStatus.Connection;

/** 同步中心: status in words, sync now, offline switch, and the queue with every entry's state and reason. */
public final class SyncCentreView implements Screen {
    private final SyncCentreViewModel model;
    private final UiTexts texts;
    private final SyncWords words;
    private final Label headline = Parts.label("", "page-title");
    private final Label records = Parts.label("", "big-number", "figures");
    private final Label photos = Parts.label("", "big-number", "figures");
    private final Label attention = Parts.label("", "big-number", "figures");
    private final Label contact = Parts.label("", "muted");
    private final Label drift = Parts.label("", "strong");
    private final ToggleSwitch online = new ToggleSwitch();
    private final VBox root;
    private boolean showing;
    private Subscription listening = Subscription.EMPTY;

    public SyncCentreView(SyncCentreViewModel model, UiTexts texts) {
        this.model = model;
        this.texts = texts;
        words = new SyncWords(texts);
        Button now = Parts.mainButton("sync-now", texts.get("sync.centre.now"), MaterialDesignS.SYNC, model::syncNow);
        online.setId("sync-online");
        online.setText(texts.get("sync.centre.online"));
        online.selectedProperty().subscribe((before, on) -> {
            if (!showing) {
                model.setOnline(on);
            }
        });
        ErrorPanel error = new ErrorPanel(texts, model::reload);
        VBox figures = Parts.card(
                12,
                Parts.row(12, headline, Parts.spring(), drift, contact),
                Parts.row(
                        32,
                        figure(records, "sync.centre.records"),
                        figure(photos, "sync.centre.photos"),
                        figure(attention, "sync.centre.attention")),
                Parts.wrapped(texts.get("sync.centre.promise"), "muted"));
        StackPane body = new StackPane(queue(), empty(), ListStates.loading(model.loadingProperty()));
        VBox.setVgrow(body, Priority.ALWAYS);
        root = Parts.column(16, Parts.titleLine(texts.get("sync.centre.title"), online, now), figures, error, body);
        root.getStyleClass().add("screen");
        listening = Subscription.combine(
                model.statusProperty().subscribe(this::show),
                model.errorProperty().subscribe(error::show));
    }

    private VBox figure(Label number, String key) {
        return Parts.column(0, number, Parts.label(texts.get(key), "caption"));
    }

    private ListView<QueueEntry> queue() {
        ListView<QueueEntry> list = new ListView<>(model.queue());
        list.setId("sync-queue");
        list.getStyleClass().add("plain-list");
        list.setCellFactory(ignored -> new QueueCell(texts));
        return list;
    }

    private EmptyPanel empty() {
        EmptyPanel empty = new EmptyPanel(
                MaterialDesignC.CLOUD_CHECK_OUTLINE,
                texts.get("sync.centre.empty"),
                texts.get("sync.centre.emptyStep"));
        empty.setMouseTransparent(true);
        return ListStates.whenEmpty(empty, model.loadingProperty(), model.errorProperty(), model.queue());
    }

    private void show(SyncStatus status) {
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
        showing = true;
        online.setSelected(status.connection() != Connection.OFF);
        showing = false;
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void dataChanged() {
        model.reload();
    }

    @Override
    public void shown() {
        model.reload();
    }

    @Override
    public void hidden() {
        listening.unsubscribe();
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(new KeyHint("F5", "sync.keys.now"));
    }
}
