package xundang.desktop.testing;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.inspection.AttachOutcome;
import xundang.desktop.inspection.Draft;
import xundang.desktop.inspection.Draft.PastValue;
import xundang.desktop.inspection.DueItem;
import xundang.desktop.inspection.Inspections;
import xundang.desktop.inspection.SubmitOutcome;
import xundang.desktop.inspection.jar.ColumnMapping;
import xundang.desktop.inspection.jar.TesterMappings;
import xundang.desktop.photo.CheckedPicture;
import xundang.desktop.photo.KeepOutcome;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.Skip;
import xundang.model.photo.PhotoId;
import xundang.model.template.FormEngine;
import xundang.model.template.FormPlan;
import xundang.model.template.InspectionTemplate;
import xundang.model.template.SlotId;
import xundang.model.template.TemplateCatalog;
import xundang.model.template.TemplateUpgrade;
import xundang.model.template.Verdict;

/** One form in memory, worked out and judged by the real template and engine. */
public final class YangpuInspections implements Inspections {
    private static final OffsetDateTime BEGUN = OffsetDateTime.parse("2026-11-21T10:20+08:00");
    private static final InspectionId ID = new InspectionId(new UUID(0x0199_0000_0000_7000L, 0x9000_0000_0000_0099L));

    private final YangpuLedger ledger;
    private final FormEngine engine = new FormEngine();
    private InspectionTemplate template =
            TemplateCatalog.bundled().find("ups-m").orElseThrow();
    /** What the ledger knows of the object. */
    public final Map<String, String> attributes =
            new HashMap<>(Map.of("rated_kva", "300", "v_in_nom", "380", "v_out_set", "380"));

    private final Map<String, String> observed = new HashMap<>();
    private final Map<SlotId, Reading> readings = new HashMap<>();
    private final List<String> log = new ArrayList<>();
    private AssetSummary asset;
    private SlotId active = SlotId.of("M01");
    private int photoNumber = 1;
    public List<DueItem> due = new ArrayList<>();
    public RuntimeException fault;
    public AttachOutcome.Reason refusal;
    public SubmitOutcome.TooLarge tooLarge;
    public boolean wasActive;

    /** Whether there are enough earlier values of M15 to tell an outlier. */
    public boolean longHistory;

    /** What a newer version of the form would change. */
    public TemplateUpgrade upgrade;

    public YangpuInspections(YangpuLedger ledger) {
        this.ledger = ledger;
        asset = ledger.asset(6);
        due.add(item(6, 20, DueItem.State.OVERDUE, 0));
        due.add(item(7, 30, DueItem.State.STARTED, 12));
        for (int number = 8; number <= 11; number++) {
            due.add(item(number, 30, number == 11 ? DueItem.State.DONE : DueItem.State.DUE, 0));
        }
        due.add(item(1, 30, DueItem.State.DUE, 0));
        due.add(item(2, 30, DueItem.State.DUE, 0));
        due.add(item(13, 30, DueItem.State.DONE, 0));
    }

    private DueItem item(int number, int day, DueItem.State state, int answered) {
        boolean started = state == DueItem.State.STARTED;
        return new DueItem(
                ledger.asset(number),
                "ups-m",
                LocalDate.of(2026, 11, day),
                state,
                started ? ID : null,
                answered,
                started ? 37 : 0);
    }

    /** What was called that changes something, in order. */
    public List<String> log() {
        return List.copyOf(log);
    }

    @Override
    public List<DueItem> due() {
        fail();
        return List.copyOf(due);
    }

    @Override
    public List<DueItem> drafts() {
        return due.stream().filter(item -> item.draft() != null).toList();
    }

    @Override
    public Draft begin(AssetId of, String templateId) {
        fail();
        log.add("begin");
        if (!template.id().equals(templateId)) {
            template = TemplateCatalog.bundled().find(templateId).orElseThrow();
            readings.clear();
            active = plan().slots().getFirst().id();
        }
        asset = ledger.assets.stream()
                .filter(one -> one.id().equals(of))
                .findFirst()
                .orElseThrow();
        return draft();
    }

    @Override
    public Draft load(InspectionId id) {
        fail();
        if (!id.equals(ID)) {
            throw new NoSuchElementException(id.toString());
        }
        return draft();
    }

    private Draft draft() {
        return new Draft(
                ID,
                asset,
                BEGUN,
                plan(),
                Map.copyOf(readings),
                Map.of(),
                history(),
                plan().slot(active).isPresent() ? active : SlotId.of(active.item()),
                plan().slot(active).isPresent() ? null : active.part(),
                Map.copyOf(observed),
                plan(Map.of()).asked().stream()
                        .map(asked -> new Draft.Question(asked, observed.get(asked.attribute())))
                        .toList(),
                Draft.Supplement.of(plan(Map.of()), plan(), observed),
                Map.of(),
                upgrade);
    }

    private FormPlan plan() {
        return plan(observed);
    }

    private FormPlan plan(Map<String, String> seen) {
        return engine.plan(
                template, name -> Optional.ofNullable(seen.getOrDefault(name, attributes.get(name))), readings);
    }

    private Map<SlotId, List<PastValue>> history() {
        Map<SlotId, List<PastValue>> past = new HashMap<>();
        past.put(SlotId.parse("M05.L1"), numbers("M05.L1", "386", "384", "381"));
        past.put(SlotId.parse("M05.L2"), numbers("M05.L2", "388", "387", "387"));
        past.put(SlotId.parse("M05.L3"), numbers("M05.L3", "385", "386", "383"));
        past.put(SlotId.of("M04"), numbers("M04", "0", "2", "0"));
        past.put(SlotId.of("M06"), numbers("M06", "50.0", "50.0", "49.9"));
        past.put(SlotId.of("M14"), numbers("M14", "27.5", "26.1", "24.0"));
        past.put(
                SlotId.of("M15"),
                longHistory
                        ? numbers("M15", "24.5", "25.0", "24.0", "24.5", "25.0")
                        : numbers("M15", "24.5", "25.0", "24.0"));
        past.put(
                SlotId.of("M02"),
                List.of(new PastValue(
                        at(10),
                        reading(SlotId.of("M02"), new ReadingValue.Choice(List.of("inverter")), Verdict.NORMAL))));
        past.put(
                SlotId.of("M01"),
                List.of(
                        new PastValue(at(10), reading(SlotId.of("M01"), new ReadingValue.YesNo(true), Verdict.NORMAL)),
                        new PastValue(at(9), reading(SlotId.of("M01"), new ReadingValue.YesNo(true), Verdict.NORMAL))));
        return past;
    }

    private static List<PastValue> numbers(String slot, String... newestFirst) {
        List<PastValue> values = new ArrayList<>();
        int month = 10;
        for (String number : newestFirst) {
            values.add(new PastValue(
                    at(month--),
                    reading(SlotId.parse(slot), new ReadingValue.Measured(new BigDecimal(number)), Verdict.NORMAL)));
        }
        return values;
    }

    private static OffsetDateTime at(int month) {
        return OffsetDateTime.parse("2026-%02d-19T14:05+08:00".formatted(month));
    }

    private static Reading reading(SlotId slot, ReadingValue value, Verdict verdict) {
        return new Reading(slot, value, null, List.of(), null, verdict, BEGUN);
    }

    @Override
    public Optional<InspectionId> lastActive() {
        return wasActive ? Optional.of(ID) : Optional.empty();
    }

    @Override
    public void leave(InspectionId id) {
        log.add("leave");
    }

    @Override
    public Draft observe(InspectionId id, String attribute, String value) {
        fail();
        log.add("observe " + attribute + " " + value);
        if (value.isBlank()) {
            observed.remove(attribute);
        } else {
            observed.put(attribute, value);
        }
        return draft();
    }

    @Override
    public Draft upgrade(InspectionId id) {
        return draft();
    }

    @Override
    public List<AssetSummary> assets(String typed) {
        return ledger.search(typed, 20);
    }

    @Override
    public Draft record(InspectionId id, SlotId slot, ReadingValue value, Skip skip, String note, SlotId next) {
        fail();
        log.add("record " + slot);
        active = next;
        List<PhotoId> photos =
                Optional.ofNullable(readings.get(slot)).map(Reading::photos).orElse(List.of());
        if (value == null && skip == null && note == null && photos.isEmpty()) {
            readings.remove(slot);
        } else {
            Verdict verdict = engine.judge(plan().slot(slot).orElseThrow(), value, skip);
            readings.put(slot, new Reading(slot, value, skip, photos, note, verdict, BEGUN));
        }
        compute();
        return draft();
    }

    private void compute() {
        FormPlan plan = plan();
        engine.computed(plan, readings).forEach((slot, value) -> {
            Verdict verdict = engine.judge(plan.slot(slot).orElseThrow(), value, null);
            readings.put(slot, reading(slot, value, verdict));
        });
    }

    @Override
    public CheckedPicture check(Path file) {
        return new CheckedPicture() {
            @Override
            public Path file() {
                return file;
            }

            @Override
            public KeepOutcome keep() {
                throw new UnsupportedOperationException("the form in memory keeps no bytes");
            }
        };
    }

    @Override
    public AttachOutcome attach(InspectionId id, SlotId slot, CheckedPicture picture) {
        fail();
        if (refusal != null) {
            return new AttachOutcome.Refused(refusal);
        }
        Reading held =
                readings.getOrDefault(slot, new Reading(slot, null, null, List.of(), null, Verdict.RECORDED, BEGUN));
        PhotoId photo = YangpuLedger.photo(photoNumber++);
        List<PhotoId> photos =
                Stream.concat(held.photos().stream(), Stream.of(photo)).toList();
        readings.put(slot, new Reading(slot, held.value(), held.skip(), photos, held.note(), held.verdict(), BEGUN));
        return new AttachOutcome.Attached(photo, "00", draft());
    }

    @Override
    public SubmitOutcome submit(InspectionId id) {
        fail();
        if (tooLarge != null) {
            return tooLarge;
        }
        var gaps = engine.completeness(plan(), readings);
        if (!gaps.isComplete()) {
            return new SubmitOutcome.Incomplete(gaps.unanswered(), gaps.withoutPhoto(), gaps.withoutNote());
        }
        log.add("submit");
        return new SubmitOutcome.Submitted(id);
    }

    private void fail() {
        if (fault != null) {
            throw fault;
        }
    }

    /** Headings and how their file was read. */
    public final Map<String, ColumnMapping> testers = new HashMap<>();

    @Override
    public TesterMappings testers() {
        return new TesterMappings() {
            @Override
            public Optional<ColumnMapping> recall(String signature) {
                return Optional.ofNullable(testers.get(signature));
            }

            @Override
            public void remember(String signature, ColumnMapping mapping) {
                testers.put(signature, mapping);
            }
        };
    }
}
