package xundang.desktop.inspection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xundang.model.inspection.Addenda;
import xundang.model.inspection.InspectionBody;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.SignedContent;
import xundang.model.template.FormPlan;
import xundang.model.template.FormSlot;
import xundang.model.template.InspectionTemplate;
import xundang.model.template.ItemKind;
import xundang.model.template.Label;
import xundang.model.template.PhotoRule;
import xundang.model.template.SlotId;
import xundang.model.template.TemplateItem;

/** Lays the answers of a submitted inspection and its addenda beside the rows of its form. Pure. */
public final class SubmittedForm {
    private static final Label OTHER = new Label("表外项目", "Rows outside the form");

    private SubmittedForm() {}

    /**
     * The rows of the form with what was answered and what was corrected; answers for which the form has no row come last.
     *
     * @param template absent when this program does not know it
     * @param form absent with it
     */
    public static List<SubmittedInspection.Section> sections(
            InspectionBody body,
            @Nullable InspectionTemplate template,
            @Nullable FormPlan form,
            List<Addenda.Known> addenda) {
        Map<SlotId, Reading> original = Addenda.corrected(body.readings(), List.of());
        Map<SlotId, Reading> now = Addenda.corrected(body.readings(), addenda);
        Map<SlotId, Reading> left = new LinkedHashMap<>(now);
        List<SubmittedInspection.Section> sections = new ArrayList<>();
        List<FormPlan.Section> known = form == null ? List.of() : form.sections();
        known.forEach(section -> {
            List<SubmittedInspection.Row> rows = new ArrayList<>();
            for (FormSlot slot : section.slots()) {
                left.remove(slot.id());
                rows.add(row(slot, body, template, original.get(slot.id()), now.get(slot.id()), addenda));
            }
            sections.add(new SubmittedInspection.Section(section.title(), List.copyOf(rows)));
        });
        if (!left.isEmpty()) {
            List<SubmittedInspection.Row> rows = new ArrayList<>();
            left.forEach((slot, reading) -> rows.add(row(
                    outside(slot, reading, template, rows.size() + 1),
                    body,
                    template,
                    original.get(slot),
                    reading,
                    addenda)));
            sections.add(new SubmittedInspection.Section(OTHER, List.copyOf(rows)));
        }
        return List.copyOf(sections);
    }

    private static SubmittedInspection.Row row(
            FormSlot slot,
            InspectionBody body,
            @Nullable InspectionTemplate template,
            @Nullable Reading original,
            @Nullable Reading now,
            List<Addenda.Known> addenda) {
        SignedContent.State signature = original != null && original.value() instanceof ReadingValue.Signed signed
                ? SignedContent.state(slot.id(), signed, template, SignedContent.Head.of(body), body.readings())
                : null;
        return new SubmittedInspection.Row(slot, original, now, Addenda.of(slot.id(), addenda), signature);
    }

    /** A row that the form of that object does not have, or of a form that this program does not know: by its value alone. */
    private static FormSlot outside(SlotId slot, Reading reading, @Nullable InspectionTemplate template, int number) {
        TemplateItem known = template == null
                ? null
                : template.items().stream()
                        .filter(item -> item.id().equals(slot.item()))
                        .findFirst()
                        .orElse(null);
        TemplateItem item = known != null
                ? known
                : new TemplateItem(
                        slot.item(),
                        new Label(slot.item(), slot.item()),
                        kind(reading.value()),
                        null,
                        List.of(),
                        PhotoRule.NONE,
                        null);
        Label part = slot.part().isEmpty() ? null : new Label(slot.part(), slot.part());
        return new FormSlot(slot, number, item, part, null);
    }

    private static ItemKind kind(@Nullable ReadingValue value) {
        return switch (value) {
            case ReadingValue.YesNo yesNo -> ItemKind.YES_NO;
            case ReadingValue.Choice choice -> ItemKind.MULTI_CHOICE;
            case ReadingValue.Measured measured -> ItemKind.NUMBER;
            case ReadingValue.Written written -> ItemKind.TEXT;
            case ReadingValue.Signed signed -> ItemKind.SIGNATURE;
            case ReadingValue.Dated dated -> ItemKind.DATE;
            case ReadingValue.Moment moment -> ItemKind.DATE_TIME;
            case ReadingValue.Referenced referenced -> ItemKind.ASSET;
            case ReadingValue.Table table -> ItemKind.TABLE;
            case ReadingValue.Jars jars -> ItemKind.JAR_TABLE;
            case null -> ItemKind.PHOTO;
        };
    }
}
