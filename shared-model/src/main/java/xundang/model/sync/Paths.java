package xundang.model.sync;

/** Paths of protocol version 1. */
public final class Paths {
    public static final String HELLO = "/v1/sync/hello";
    public static final String PUSH = "/v1/sync/push";
    public static final String CHANGES = "/v1/sync/changes";
    public static final String SNAPSHOT = "/v1/sync/snapshot";
    /** The description of this protocol (OpenAPI 3.1, JSON). */
    public static final String OPENAPI = "/v1/openapi.json";

    public static final String BLOB_QUERY = "/v1/blobs/query";
    /** Followed by the SHA-256. */
    public static final String BLOBS = "/v1/blobs/";
    /** tus 1.0.0 upload creation; single uploads live below it. */
    public static final String UPLOADS = "/v1/uploads";

    public static final String ENROL = "/v1/devices/enrol";

    private Paths() {}
}
