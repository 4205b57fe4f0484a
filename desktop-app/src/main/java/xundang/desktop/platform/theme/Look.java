package xundang.desktop.platform.theme;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/**
 * How a state looks, the same on every screen: a word, an icon and a colour together, never colour alone. The constants carry the names
 * of the states they stand for: verdicts, sync states, and the states of a due item.
 */
@SuppressWarnings("ImmutableEnumChecker") // Ikonli icons are enum constants behind an interface
public enum Look {
    NORMAL("success", MaterialDesignC.CHECK_CIRCLE),
    WARNING("warning", MaterialDesignA.ALERT),
    ABNORMAL("danger", MaterialDesignA.ALERT_OCTAGON),
    UNJUDGED("neutral", MaterialDesignH.HELP_CIRCLE_OUTLINE),
    RECORDED("neutral", MaterialDesignP.PENCIL_CIRCLE_OUTLINE),
    SKIPPED("muted", MaterialDesignM.MINUS_CIRCLE_OUTLINE),

    SAVED_HERE("neutral", MaterialDesignL.LAPTOP),
    QUEUED("accent", MaterialDesignT.TRAY_FULL),
    SENT("accent", MaterialDesignS.SEND),
    HELD_BY_SERVER("success", MaterialDesignC.CLOUD_CHECK),
    NEEDS_ATTENTION("danger", MaterialDesignH.HAND_BACK_RIGHT),

    DUE("accent", MaterialDesignC.CALENDAR_CLOCK),
    OVERDUE("danger", MaterialDesignC.CALENDAR_ALERT),
    STARTED("warning", MaterialDesignP.PENCIL),
    DONE("success", MaterialDesignC.CALENDAR_CHECK),
    UPCOMING("muted", MaterialDesignC.CLOCK_OUTLINE),
    MISSED("danger", MaterialDesignC.CALENDAR_REMOVE),
    PASSED_OVER("muted", MaterialDesignS.SKIP_NEXT),
    POSTPONED("neutral", MaterialDesignC.CALENDAR_ARROW_RIGHT);

    private final String tone;
    private final Ikon icon;

    Look(String tone, Ikon icon) {
        this.tone = tone;
        this.icon = icon;
    }

    /** The look of a verdict, a sync state or a due state. Every constant of those has one; a test holds that. */
    public static Look of(Enum<?> state) {
        return valueOf(state.name());
    }

    /** Name of the colour family, a style class. */
    public String tone() {
        return tone;
    }

    public Ikon icon() {
        return icon;
    }

    /** Key of the word. */
    public String textKey() {
        return "platform.look." + name();
    }
}
