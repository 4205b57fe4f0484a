package xundang.desktop.asset;

import org.jspecify.annotations.Nullable;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.template.Label;

/**
 * A form that can be filled in for an object, planned or not.
 *
 * @param subject the object itself, or the project that it belongs to, for a form about a whole project
 * @param subjectName of the project; absent where the object itself is meant
 * @param openDraft this person's draft of it; absent when there is none
 */
public record FormOffer(
        AssetId subject,
        @Nullable String subjectName,
        String templateId,
        Label title,
        @Nullable InspectionId openDraft) {}
