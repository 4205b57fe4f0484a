package xundang.desktop.inspection.store;

import static org.jooq.impl.DSL.count;
import static xundang.desktop.platform.db.generated.Tables.INSPECTION;
import static xundang.desktop.platform.db.generated.Tables.READING;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xundang.desktop.platform.db.Tx;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.Reading;
import xundang.model.json.ModelJson;
import xundang.model.template.SlotId;
import xundang.model.template.Verdict;

/** The table {@code reading}: one row per answered slot. */
public final class ReadingStore {
    /** Writes readings, each in the place of what stood in its slot. */
    public void put(Tx tx, InspectionId id, Collection<Reading> readings) {
        for (Reading reading : readings) {
            clear(tx, id, List.of(reading.slot()));
            tx.dsl()
                    .insertInto(READING, READING.INSPECTION_ID, READING.SLOT, READING.VERDICT, READING.BODY)
                    .values(
                            id.value(),
                            reading.slot().toString(),
                            InspectionStore.code(reading.verdict()),
                            ModelJson.mapper().writeValueAsString(reading))
                    .execute();
        }
    }

    /** Empties slots. */
    public void clear(Tx tx, InspectionId id, Collection<SlotId> slots) {
        tx.dsl()
                .deleteFrom(READING)
                .where(
                        READING.INSPECTION_ID.eq(id.value()),
                        READING.SLOT.in(slots.stream().map(SlotId::toString).toList()))
                .execute();
    }

    /** These readings and no others. */
    public void replace(Tx tx, InspectionId id, Collection<Reading> readings) {
        tx.dsl().deleteFrom(READING).where(READING.INSPECTION_ID.eq(id.value())).execute();
        put(tx, id, readings);
    }

    /** All readings of an inspection, by slot name. */
    public Map<SlotId, Reading> of(Tx tx, InspectionId id) {
        Map<SlotId, Reading> readings = new LinkedHashMap<>();
        tx.dsl()
                .selectFrom(READING)
                .where(READING.INSPECTION_ID.eq(id.value()))
                .orderBy(READING.SLOT)
                .forEach(row -> readings.put(
                        SlotId.parse(row.getSlot()), ModelJson.mapper().readValue(row.getBody(), Reading.class)));
        return readings;
    }

    /** What stands in one slot of all other inspections with that form, drafts included. */
    public List<Reading> elsewhere(Tx tx, InspectionId but, String templateId, SlotId slot) {
        return tx.dsl()
                .select(READING.BODY)
                .from(READING)
                .join(INSPECTION)
                .on(INSPECTION.INSPECTION_ID.eq(READING.INSPECTION_ID))
                .where(
                        INSPECTION.TEMPLATE_ID.eq(templateId),
                        READING.SLOT.eq(slot.toString()),
                        READING.INSPECTION_ID.ne(but.value()))
                .fetch(row -> ModelJson.mapper().readValue(row.value1(), Reading.class));
    }

    /** How many readings have each verdict; a verdict without readings is absent. */
    public Map<Verdict, Integer> verdicts(Tx tx, InspectionId id) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        tx.dsl()
                .select(READING.VERDICT, count())
                .from(READING)
                .where(READING.INSPECTION_ID.eq(id.value()))
                .groupBy(READING.VERDICT)
                .forEach(row -> counts.put(InspectionStore.verdict(row.value1()), row.value2()));
        return counts;
    }
}
