package xundang.desktop.app.ui;

import java.util.ArrayList;
import java.util.List;
import xundang.desktop.app.LedgerOpening;
import xundang.desktop.platform.db.Recovery;
import xundang.desktop.platform.fx.UiTexts;

/** What a person is told of the opening of the ledger: only what is known, each line with its code. */
final class OpeningWords {
    private final UiTexts texts;

    OpeningWords(UiTexts texts) {
        this.texts = texts;
    }

    /** Empty when there is nothing to tell. */
    List<String> of(LedgerOpening.Report report) {
        Recovery recovery = report.recovery();
        List<String> lines = new ArrayList<>();
        switch (recovery.refusing()) {
            case POSSIBLE -> {}
            case DISK_FULL -> lines.add(texts.get("app.opening.diskFull"));
            case READ_ONLY -> lines.add(texts.get("app.opening.readOnly"));
        }
        if (recovery.rebuilt()) {
            lines.add(texts.get("app.opening.rebuilt"));
        }
        if (recovery.unapplied() > 0) {
            lines.add(texts.get("app.opening.unapplied", recovery.unapplied()));
        }
        if (recovery.journalDamaged() > 0 && recovery.rebuilt()) {
            lines.add(texts.get("app.opening.journalDamaged", recovery.journalDamaged()));
        } else if (recovery.journalDamaged() + recovery.journalRestored() > 0) {
            // The database is sound and holds everything that was ever shown as saved.
            lines.add(texts.get("app.opening.journalMended", recovery.journalRestored()));
        }
        if (report.photosSetAside()) {
            lines.add(texts.get("app.opening.photos"));
        }
        return lines;
    }
}
