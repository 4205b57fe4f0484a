package xundang.desktop.app.ui;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The entries of the rail, in the order of Ctrl+1 … 4. */
@SuppressWarnings("ImmutableEnumChecker") // Ikonli icons are enum constants behind an interface
enum Place {
    TODAY("nav-today", "app.nav.today", MaterialDesignC.CALENDAR_CHECK_OUTLINE),
    SCAN("nav-scan", "app.nav.scan", MaterialDesignQ.QRCODE_SCAN),
    ASSETS("nav-assets", "app.nav.assets", MaterialDesignD.DATABASE_OUTLINE),
    SYNC("nav-sync", "app.nav.sync", MaterialDesignS.SYNC);

    private final String id;
    private final String textKey;
    private final Ikon icon;

    Place(String id, String textKey, Ikon icon) {
        this.id = id;
        this.textKey = textKey;
        this.icon = icon;
    }

    String id() {
        return id;
    }

    String textKey() {
        return textKey;
    }

    Ikon icon() {
        return icon;
    }
}
