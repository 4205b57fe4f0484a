package xundang.desktop.inspection;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.desktop.platform.db.LocalChange;
import xundang.desktop.sync.OutboxOp;
import xundang.model.account.UserId;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionBody;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.PlannedSlot;
import xundang.model.inspection.Reading;
import xundang.model.json.ModelJson;
import xundang.model.photo.PhotoBody;
import xundang.model.photo.PhotoId;
import xundang.model.template.SlotId;

/**
 * What a person can do to an inspection, complete with every id, time and verdict: whoever applies it only writes. The JSON of these
 * records lies in journals, so components may be added but never renamed.
 */
public sealed interface InspectionChange {
    /** Type of the {@link LocalChange} that carries it. */
    String type();

    /**
     * A new draft, which becomes the active one.
     *
     * @param known what the draft keeps of its asset
     * @param occurrence the slot of a plan that it answers, if any
     */
    record Begin(
            AssetId asset,
            String templateId,
            int templateVersion,
            @Nullable String plannedFor,
            OffsetDateTime at,
            UserId inspector,
            String inspectorName,
            SlotId active,
            @Nullable KnownAsset known,
            @Nullable PlannedSlot occurrence)
            implements InspectionChange {
        public static final String TYPE = "inspection.begin";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /**
     * An attribute was observed on site, or taken back when {@code value} is absent. Readings that it makes judge otherwise come with it.
     */
    record Observe(String attribute, @Nullable String value, List<Reading> put, List<SlotId> cleared)
            implements InspectionChange {
        public static final String TYPE = "inspection.observe";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /** The draft went over to a newer version of its template. Answers that have no place in it stay where they are. */
    record Upgrade(int version, List<Reading> put, SlotId active) implements InspectionChange {
        public static final String TYPE = "inspection.upgrade";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /** Slots were answered or cleared, computed ones included, and the cursor went on. */
    record Answer(List<Reading> put, List<SlotId> cleared, SlotId active) implements InspectionChange {
        public static final String TYPE = "inspection.reading";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /** The person went into the draft, or left it. */
    record Activate(boolean active) implements InspectionChange {
        public static final String TYPE = "inspection.active";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /** A picture, whose bytes are kept already, was added to a slot. */
    record AddPhoto(PhotoId photo, PhotoBody body, Reading reading) implements InspectionChange {
        public static final String TYPE = "inspection.photo";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /** The form was frozen and queued for the server. */
    record Submit(InspectionBody body, List<OutboxOp> ops) implements InspectionChange {
        public static final String TYPE = "inspection.submit";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /** Ready for the journal. */
    default LocalChange of(InspectionId inspection) {
        JsonNode body = ModelJson.mapper().valueToTree(this);
        return new LocalChange(type(), inspection.value(), body);
    }
}
