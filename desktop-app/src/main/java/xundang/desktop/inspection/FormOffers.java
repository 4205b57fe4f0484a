package xundang.desktop.inspection;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.asset.FormOffer;
import xundang.desktop.inspection.store.InspectionStore;
import xundang.desktop.platform.db.Tx;
import xundang.model.account.UserId;
import xundang.model.asset.AssetId;
import xundang.model.template.InspectionTemplate;
import xundang.model.template.TemplateCatalog;

/** Which forms fit an object, by the category that each template names. Store thread only. */
final class FormOffers {
    /** Rank of a template that does not fit. */
    private static final int NONE = 3;

    private final InspectionStore inspections;
    private final DraftAssets assets;
    private final TemplateCatalog templates;

    FormOffers(InspectionStore inspections, DraftAssets assets, TemplateCatalog templates) {
        this.inspections = inspections;
        this.assets = assets;
        this.templates = templates;
    }

    /** Those of the object's own category first, then that of its project, then those for objects of any category. */
    List<FormOffer> of(Tx tx, AssetSummary asset, UserId person) {
        Optional<AssetSummary> project = assets.project(tx, asset).flatMap(id -> assets.summary(tx, id));
        return newest().stream()
                .filter(FillableForms::contains)
                .filter(template -> rank(template, asset, project) < NONE)
                .sorted(Comparator.comparingInt(template -> rank(template, asset, project)))
                .map(template -> template.category().equals(InspectionTemplate.PROJECT)
                        ? offer(
                                tx,
                                project.orElseThrow().id(),
                                project.orElseThrow().name(),
                                template,
                                person)
                        : offer(tx, asset.id(), null, template, person))
                .toList();
    }

    private static int rank(InspectionTemplate template, AssetSummary asset, Optional<AssetSummary> project) {
        if (template.category().equals(asset.category())) {
            return 0;
        }
        if (template.category().equals(InspectionTemplate.PROJECT) && project.isPresent()) {
            return 1;
        }
        return template.category().equals(InspectionTemplate.ANY_CATEGORY) ? 2 : NONE;
    }

    private List<InspectionTemplate> newest() {
        Map<String, InspectionTemplate> newest = templates.all().stream()
                .collect(Collectors.toMap(
                        InspectionTemplate::id,
                        template -> template,
                        BinaryOperator.maxBy(Comparator.comparingInt(InspectionTemplate::version))));
        return newest.values().stream()
                .sorted(Comparator.comparing(InspectionTemplate::id))
                .toList();
    }

    private FormOffer offer(Tx tx, AssetId subject, @Nullable String name, InspectionTemplate template, UserId person) {
        return new FormOffer(
                subject,
                name,
                template.id(),
                template.title(),
                inspections
                        .openDraft(tx, subject, template.id(), null, person)
                        .map(InspectionRow::id)
                        .orElse(null));
    }
}
