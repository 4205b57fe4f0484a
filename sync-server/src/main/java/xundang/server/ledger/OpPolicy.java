package xundang.server.ledger;

import java.util.Map;
import java.util.Set;
import xundang.model.account.Role;
import xundang.model.sync.Op;

/** Who may do what (domain specification, section 2); what is not listed is forbidden, and a kind that is not listed is unknown. */
final class OpPolicy {
    private static final Set<Role> OWNERS = Set.of(Role.ASSET_MANAGER);
    private static final Set<Role> PLACES = Set.of(Role.ASSET_MANAGER, Role.ADMINISTRATOR);
    private static final Set<Role> FIELD = Set.of(Role.INSPECTOR, Role.ASSET_MANAGER);
    private static final Set<Role> INSPECTING = Set.of(Role.INSPECTOR, Role.AUDITOR);
    private static final Set<Role> PICTURING = Set.of(Role.INSPECTOR, Role.AUDITOR, Role.ASSET_MANAGER);

    private static final Map<String, Set<Role>> ALLOWED = Map.ofEntries(
            Map.entry("asset.create", OWNERS),
            Map.entry("asset.patch", FIELD),
            Map.entry("asset.delete", OWNERS),
            Map.entry("site.create", PLACES),
            Map.entry("site.patch", PLACES),
            Map.entry("site.delete", PLACES),
            Map.entry("project.create", OWNERS),
            Map.entry("project.patch", OWNERS),
            Map.entry("project.delete", OWNERS),
            Map.entry("field_conflict.create", OWNERS),
            Map.entry("field_conflict.patch", FIELD),
            Map.entry("field_conflict.delete", OWNERS),
            Map.entry("inspection.create", INSPECTING),
            Map.entry("photo.attach", PICTURING),
            Map.entry("plan.create", PLACES),
            Map.entry("plan.patch", PLACES),
            Map.entry("plan.delete", PLACES),
            Map.entry("calendar.create", PLACES),
            Map.entry("calendar.patch", PLACES),
            Map.entry("calendar.delete", PLACES),
            Map.entry("round_mark.create", INSPECTING),
            Map.entry("round_share.create", INSPECTING),
            // The author of a value that was kept beside may give way; ConflictSettlement looks closer.
            Map.entry("conflict.resolve", PICTURING));

    /** Whether this server understands ops of that kind. */
    static boolean knowsKind(String kind) {
        return ALLOWED.containsKey(kind);
    }

    /** Whether this server keeps records of that type. */
    static boolean knowsType(String type) {
        return ALLOWED.keySet().stream().anyMatch(kind -> kind.startsWith(type + "."));
    }

    /** Throws {@link OpRefusal}: held for an unknown kind, rejected for a wrong record type or role. */
    void check(Op op, Author author) {
        Set<Role> roles = ALLOWED.get(op.kind().name());
        if (roles == null) {
            throw OpRefusal.held();
        }
        if (!op.kind().name().startsWith(op.recType().name() + ".")) {
            throw OpRefusal.invalid("操作与记录类型不符。");
        }
        if (!author.system() && !roles.contains(author.role())) {
            throw OpRefusal.notAllowed();
        }
    }
}
