package xundang.desktop.testing;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import xundang.desktop.inspection.SubmittedForm;
import xundang.desktop.inspection.SubmittedInspection;
import xundang.desktop.inspection.SubmittedInspections;
import xundang.desktop.sync.RecordSyncState;
import xundang.model.account.DeviceId;
import xundang.model.account.UserId;
import xundang.model.inspection.Addenda;
import xundang.model.inspection.AddendumBody;
import xundang.model.inspection.AddendumId;
import xundang.model.inspection.InspectionBody;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.template.FormEngine;
import xundang.model.template.FormPlan;
import xundang.model.template.InspectionTemplate;
import xundang.model.template.SlotId;
import xundang.model.template.TemplateCatalog;

/** One submitted monthly form in memory, with the addenda that a test gives it. */
public final class FixedSubmitted implements SubmittedInspections {
    public static final UserId PERSON = new UserId(new UUID(0x0190_0000_0000_7000L, 2));
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-08-04T09:12:00+08:00");

    private final YangpuLedger ledger;
    private final FormEngine engine = new FormEngine();
    public final FilledForms.Filled filled;
    public final List<Addenda.Known> addenda = new ArrayList<>();
    public boolean mayAmend = true;
    public boolean gone;

    public FixedSubmitted(YangpuLedger ledger) {
        this.ledger = ledger;
        filled = FilledForms.of("ups-m", 1, YangpuLedger.id(6), PERSON, "示例巡检员甲");
    }

    /** A correction of the room's temperature and a remark on the whole. */
    public void amend() {
        add(
                filled.id(),
                new Wanted.Correction(
                        SlotId.of("M15"), new ReadingValue.Measured(new BigDecimal("33.5")), null, "抄表时看错行，按照片改正"));
        add(filled.id(), new Wanted.Remark(null, "当天下午空调已修复，次日复测正常。"));
    }

    @Override
    public Optional<SubmittedInspection> find(InspectionId id) {
        if (gone || !id.equals(filled.id())) {
            return Optional.empty();
        }
        InspectionBody body = filled.body();
        InspectionTemplate template = TemplateCatalog.bundled()
                .find(body.templateId(), body.templateVersion())
                .orElseThrow();
        return Optional.of(new SubmittedInspection(
                id,
                body,
                new SubmittedInspection.Subject(ledger.asset(6), "GE-2010-1007", "示例产权单位", "示例使用单位"),
                template.title(),
                true,
                true,
                SubmittedForm.sections(body, template, plan(template, body), addenda),
                List.copyOf(addenda),
                Map.of(),
                filled.photos(),
                RecordSyncState.HELD_BY_SERVER,
                mayAmend));
    }

    private FormPlan plan(InspectionTemplate template, InspectionBody body) {
        return engine.plan(template, body.basis().asAttributes(), Addenda.corrected(body.readings(), List.of()));
    }

    @Override
    public AddendumOutcome add(InspectionId id, Wanted wanted) {
        if (wanted.reason().isBlank()) {
            return new AddendumOutcome.Refused(Reason.WITHOUT_REASON);
        }
        AddendumId addendum = new AddendumId(new UUID(0x0190_0000_0004_7000L, addenda.size() + 1L));
        SlotId slot = null;
        Reading from = null;
        Reading to = null;
        if (wanted instanceof Wanted.Correction correction) {
            slot = correction.slot();
            SubmittedInspection.Row row = find(id).orElseThrow().row(slot).orElseThrow();
            from = row.now();
            to = new Reading(
                    slot,
                    correction.value(),
                    correction.skip(),
                    List.of(),
                    null,
                    engine.judge(row.slot(), correction.value(), correction.skip()),
                    AT);
        } else if (wanted instanceof Wanted.Remark remark) {
            slot = remark.slot();
        }
        AddendumBody body = new AddendumBody(
                        id,
                        filled.body().assetId(),
                        filled.body().recordHash(),
                        slot,
                        from,
                        to,
                        List.of(),
                        wanted.reason(),
                        PERSON,
                        "示例巡检员甲",
                        new DeviceId(new UUID(0x0190_0000_0000_7000L, 3)),
                        AT.plusMinutes(addenda.size()),
                        0,
                        null,
                        "")
                .sealed();
        addenda.add(new Addenda.Known(addendum, body));
        return new AddendumOutcome.Added(addendum, find(id).orElseThrow());
    }
}
