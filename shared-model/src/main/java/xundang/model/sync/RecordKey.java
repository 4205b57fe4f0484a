package xundang.model.sync;

import java.util.UUID;

/** Names one synced record. */
public record RecordKey(RecordType type, UUID id) implements Comparable<RecordKey> {
    /** The order in which records are locked, so that two writers cannot wait for each other. */
    @Override
    public int compareTo(RecordKey other) {
        int byType = type.name().compareTo(other.type.name());
        return byType != 0 ? byType : id.compareTo(other.id);
    }
}
