package xundang.desktop.app.demo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import xundang.desktop.app.DesktopApp;
import xundang.desktop.app.LedgerServices;

/** Another person's laptop: what the first one did is there, and the pictures are the same to the last byte. */
final class SecondLaptop {
    private final Hands hands;
    private final Teller teller;
    private final Map<String, String> facts;

    SecondLaptop(Hands hands, Teller teller, Map<String, String> facts) {
        this.hands = hands;
        this.teller = teller;
        this.facts = facts;
    }

    void look(DesktopApp app, Story story) {
        story.enrol("b");
        teller.step("第二台笔记本：同一份档案");
        story.openDossierByNumber();
        hands.until("the other's inspection", () -> hands.textOf("dossier-history").contains("示例巡检员"));
        hands.until("the pictures", () -> originals(app).size() == Answers.PHOTOS);
        hands.settle();
        hands.snapshot("b-04-dossier");
        teller.checked("看得到示例巡检员的记录：" + hands.textOf("dossier-history"));
        String hashes = originals(app).stream().map(SecondLaptop::sha256).sorted().collect(Collectors.joining(","));
        teller.check(Answers.PHOTOS + " 张照片的 SHA-256 与拍摄时一致", hashes.equals(facts.get("photoHashes")));
    }

    /** The pictures of the dossier that this laptop holds, read through the app's own services. */
    private List<byte[]> originals(DesktopApp app) {
        LedgerServices services = app.services().orElseThrow();
        CompletableFuture<List<byte[]>> found = new CompletableFuture<>();
        app.tasks()
                .store(
                        () -> services.ledger().search(facts.getOrDefault("assetNo", ""), 1).stream()
                                .flatMap(asset -> services.ledger().dossier(asset.id()).stream())
                                .flatMap(dossier -> dossier.photos().stream())
                                .flatMap(photo -> services.pictures().original(photo).stream())
                                .toList(),
                        found::complete,
                        found::completeExceptionally);
        return found.join();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
