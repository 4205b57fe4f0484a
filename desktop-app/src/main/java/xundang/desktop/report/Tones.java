package xundang.desktop.report;

import xundang.desktop.platform.pdf.Tone;
import xundang.desktop.platform.pdf.Type;
import xundang.model.template.Verdict;

/** Colours of the verdicts; mark and word say the same. */
final class Tones {
    private Tones() {}

    static Type type(Verdict verdict) {
        return switch (verdict) {
            case NORMAL -> Type.BODY.in(Tone.GOOD);
            case WARNING -> Type.STRONG.in(Tone.WARN);
            case ABNORMAL -> Type.STRONG.in(Tone.BAD);
            case UNJUDGED, RECORDED -> Type.BODY;
            case SKIPPED -> Type.BODY.in(Tone.MUTED);
        };
    }
}
