package xundang.model.template;

import java.util.List;
import java.util.Optional;

/**
 * A template worked out for one asset: which rows it has and what their limits are.
 *
 * @param asked attributes that the ledger lacks and that decide about rows or limits; each with its allowed values. Until they are known
 *     every row that might apply is shown, and limits that need them are not judged
 */
public record FormPlan(
        String templateId, int templateVersion, Label title, List<Section> sections, List<AskedAttribute> asked) {

    /** Rows under one heading. */
    public record Section(Label title, List<FormSlot> slots) {}

    /** E.g. the number of phases, which decides how many rows a per-phase item has. */
    public record AskedAttribute(String attribute, Label label, List<String> options) {}

    /** All rows in order. */
    public List<FormSlot> slots() {
        return sections.stream().flatMap(section -> section.slots().stream()).toList();
    }

    /** The row with that id, if the form has it. */
    public Optional<FormSlot> slot(SlotId id) {
        return slots().stream().filter(slot -> slot.id().equals(id)).findFirst();
    }
}
