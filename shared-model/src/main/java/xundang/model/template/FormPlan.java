package xundang.model.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import xundang.model.asset.AttributeDef;

/**
 * A template worked out for one asset: which rows it has and what their limits are.
 *
 * @param asked attributes that the ledger lacks and that decide about rows or limits; each with its allowed values. Until they are known
 *     every row that might apply is shown, and limits that need them are not judged
 * @param wanted attributes that the ledger lacks and that limits need; asking for them is an offer, and without an answer those rows are
 *     simply not judged, or not computed. In the template's order
 * @param calculations how the computed rows follow from the others, in the form's order
 */
public record FormPlan(
        String templateId,
        int templateVersion,
        Label title,
        List<Section> sections,
        List<AskedAttribute> asked,
        List<WantedAttribute> wanted,
        Map<SlotId, Calculation> calculations) {

    /** Rows under one heading. */
    public record Section(Label title, List<FormSlot> slots) {}

    /** E.g. the number of phases, which decides how many rows a per-phase item has. */
    public record AskedAttribute(String attribute, Label label, List<String> options) {}

    /**
     * E.g. the nominal input voltage, without which the input voltage is not judged.
     *
     * @param definition name, unit and range, from the catalogue
     * @param items ids of the items that cannot be judged without it, in the form's order
     */
    public record WantedAttribute(AttributeDef definition, List<String> items) {}

    /** All rows in order. */
    public List<FormSlot> slots() {
        return sections.stream().flatMap(section -> section.slots().stream()).toList();
    }

    /** The row with that id, if the form has it. */
    public Optional<FormSlot> slot(SlotId id) {
        return slots().stream().filter(slot -> slot.id().equals(id)).findFirst();
    }
}
