package xundang.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The least that can be done: a body goes into a file, the file is forced to disk, 204. The client is the one that the product uses. */
final class BarePut implements AutoCloseable {
    private static final int BUFFER = 256 * 1024;

    private final Path folder;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final OkHttpClient client = new OkHttpClient();
    private final AtomicInteger files = new AtomicInteger();

    BarePut(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.setExecutor(threads);
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        Path file = folder.resolve(files.incrementAndGet() + ".bin");
        byte[] buffer = new byte[BUFFER];
        try (InputStream body = exchange.getRequestBody();
                FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int read = body.readNBytes(buffer, 0, BUFFER); read > 0; read = body.readNBytes(buffer, 0, BUFFER)) {
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    /** Seconds for all of them. */
    double put(List<byte[]> bodies, int lanes) throws Exception {
        Queue<byte[]> queue = new ConcurrentLinkedQueue<>(bodies);
        List<Future<?>> running = new ArrayList<>();
        long begin = System.nanoTime();
        for (int lane = 0; lane < lanes; lane++) {
            running.add(threads.submit(() -> {
                for (byte[] body = queue.poll(); body != null; body = queue.poll()) {
                    putOne(body);
                }
                return true;
            }));
        }
        for (Future<?> lane : running) {
            lane.get();
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private void putOne(byte[] body) throws IOException {
        Request request = new Request.Builder()
                .url("http://127.0.0.1:" + server.getAddress().getPort() + "/photo")
                .put(RequestBody.create(body))
                .build();
        try (Response answer = client.newCall(request).execute()) {
            if (answer.code() != 204) {
                throw new IllegalStateException("not taken: " + answer.code());
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
