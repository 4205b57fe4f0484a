package xundang.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Passes a laptop's traffic on to the server and counts its bytes, both ways, headers included. */
final class CountingWire implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong bytes = new AtomicLong();
    private final int server;

    CountingWire(int server) throws IOException {
        this.server = server;
        threads.execute(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    long bytes() {
        return bytes.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket laptop = door.accept();
                Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
                threads.execute(() -> pass(laptop, there));
                threads.execute(() -> pass(there, laptop));
            }
        } catch (IOException closed) {
            // The benchmark has ended.
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[16 * 1024];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes.addAndGet(n);
                out.write(buffer, 0, n);
            }
        } catch (IOException cut) {
            // One side hung up; closing both is all that is left to do.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
