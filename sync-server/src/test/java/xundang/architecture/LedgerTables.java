package xundang.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** The tables that hold the records, the feed and what was answered and audited. Others may read them. */
final class LedgerTables {
    private static final Set<String> TABLES = Set.of(
            "LEDGER_RECORD",
            "CHANGE_INDEX",
            "SYNC_HEAD",
            "SYNC_COMMIT",
            "OP_RESULT",
            "HELD_OP",
            "ASSET_VIEW",
            "AUDIT",
            "AUDIT_HEAD",
            "NUMBER_LOCK");
    private static final String GENERATED = "xundang.server.platform.db.generated";
    private static final Set<String> WRITING = Set.of(
            "insertInto",
            "update",
            "deleteFrom",
            "delete",
            "mergeInto",
            "truncate",
            "truncateTable",
            "newRecord",
            "batchInsert",
            "batchUpdate",
            "batchStore",
            "batchDelete",
            "executeInsert",
            "executeUpdate",
            "executeDelete");

    private LedgerTables() {}

    /** A method that names one of the tables and calls one of jOOQ's writing methods, or that runs SQL of its own making. */
    static ArchCondition<JavaClass> write() {
        return new ArchCondition<>("write the tables of records and feed") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getCodeUnits().forEach(unit -> {
                    boolean writes = namesATable(unit)
                            && unit.getMethodCallsFromSelf().stream().anyMatch(LedgerTables::writes);
                    boolean ownSql = unit.getMethodCallsFromSelf().stream().anyMatch(LedgerTables::runsText);
                    if (writes || ownSql) {
                        events.add(SimpleConditionEvent.satisfied(unit, unit.getFullName() + " writes"));
                    }
                });
            }
        };
    }

    private static boolean namesATable(JavaCodeUnit unit) {
        return unit.getFieldAccesses().stream()
                .anyMatch(access -> access.getTargetOwner().getPackageName().startsWith(GENERATED)
                        && TABLES.contains(access.getTarget().getName()));
    }

    private static boolean writes(JavaMethodCall call) {
        return call.getTargetOwner().getPackageName().startsWith("org.jooq")
                && WRITING.contains(call.getTarget().getName());
    }

    private static boolean runsText(JavaMethodCall call) {
        return call.getTargetOwner().getFullName().equals("org.jooq.DSLContext")
                && call.getTarget().getName().matches("execute|query|batch")
                && call.getTarget().getRawParameterTypes().stream()
                        .anyMatch(parameter -> parameter.getFullName().equals(String.class.getName()));
    }
}
