package xundang.server.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import xundang.model.asset.AssetId;
import xundang.model.photo.PhotoBody;
import xundang.model.sync.BlobQuery;
import xundang.model.sync.BlobStatus;
import xundang.model.sync.Op;
import xundang.model.sync.OpKind;
import xundang.model.sync.OpStatus;
import xundang.model.sync.Paths;
import xundang.model.sync.RecordType;
import xundang.server.testing.Http;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** tus, request by request, as one laptop sends it. */
record TusCalls(Laptop laptop) {
    BlobStatus query(String... sha256) {
        return laptop.post(Paths.BLOB_QUERY, new BlobQuery(List.of(sha256)))
                .expect(200)
                .as(BlobStatus.class);
    }

    Http.Answer create(long size, String sha) {
        return laptop.send(creation(size, sha).POST(BodyPublishers.noBody()));
    }

    HttpRequest.Builder creation(long size, String sha) {
        return tus(Paths.UPLOADS)
                .header("Upload-Length", Long.toString(size))
                .header("Upload-Metadata", "sha256 " + base64(sha) + ",filetype " + base64("image/jpeg"));
    }

    Http.Answer patch(String upload, long offset, byte[] bytes) {
        return laptop.send(patchRequest(upload, offset, bytes));
    }

    HttpRequest.Builder patchRequest(String upload, long offset, byte[] bytes) {
        return tus(upload)
                .header("Upload-Offset", Long.toString(offset))
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", BodyPublishers.ofByteArray(bytes));
    }

    Http.Answer head(String upload) {
        return laptop.send(tus(upload).method("HEAD", BodyPublishers.noBody()));
    }

    HttpRequest.Builder tus(String path) {
        return laptop.request(path).header("Tus-Resumable", "1.0.0");
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Uploads a whole picture. */
    void upload(byte[] picture, String sha256) {
        String upload = create(picture.length, sha256).expect(201).header("Location");
        patch(upload, 0, picture).expect(204);
    }

    /** A photo record of an asset at a site of its own. */
    void attach(TestServer server, String sha256, int size) {
        UUID site = server.ids.next();
        UUID asset = server.ids.next();
        PhotoBody body = new PhotoBody(
                sha256,
                size,
                "image/jpeg",
                10,
                10,
                new AssetId(asset),
                null,
                null,
                null,
                OffsetDateTime.parse("2026-11-20T08:00:00+08:00"),
                null,
                laptop.user(),
                "同事manager",
                null);
        Map<String, Object> fields = new LinkedHashMap<>();
        Laptop.node(body).properties().forEach(property -> fields.put(property.getKey(), property.getValue()));
        Op place = laptop.createSite(site, "A");
        Op thing = laptop.createAsset(asset, Map.of("site_id", site.toString()));
        Op photo = laptop.op(OpKind.PHOTO_ATTACH, RecordType.PHOTO, server.ids.next(), 0, Laptop.created(fields));
        assertThat(laptop.push(place, thing, photo)).allMatch(result -> result.status() == OpStatus.APPLIED);
    }
}
