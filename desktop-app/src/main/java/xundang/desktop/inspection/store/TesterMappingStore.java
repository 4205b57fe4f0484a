package xundang.desktop.inspection.store;

import static xundang.desktop.platform.db.generated.Tables.META;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import xundang.desktop.inspection.jar.ColumnMapping;
import xundang.desktop.platform.db.Tx;
import xundang.model.json.ModelJson;

/** How testers' files were read: rows {@code tester.<hash of the headings>} of {@code meta}. */
public final class TesterMappingStore {
    /** Writes how files with these headings are read, in place of an earlier way. */
    public void save(Tx tx, String signature, ColumnMapping mapping) {
        tx.dsl().deleteFrom(META).where(META.NAME.eq(name(signature))).execute();
        tx.dsl()
                .insertInto(META, META.NAME, META.VAL)
                .values(name(signature), ModelJson.mapper().writeValueAsString(mapping))
                .execute();
    }

    /** How files with these headings were read. */
    public Optional<ColumnMapping> find(Tx tx, String signature) {
        return tx.dsl()
                .select(META.VAL)
                .from(META)
                .where(META.NAME.eq(name(signature)))
                .fetchOptional(META.VAL)
                .map(json -> ModelJson.mapper().readValue(json, ColumnMapping.class));
    }

    /** Headings are of any length; a name is not. */
    private static String name(String signature) {
        return "tester." + UUID.nameUUIDFromBytes(signature.getBytes(StandardCharsets.UTF_8));
    }
}
