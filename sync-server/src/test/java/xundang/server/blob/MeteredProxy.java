package xundang.server.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** A network that breaks after it has carried a number of bytes towards the server. */
final class MeteredProxy implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);

    MeteredProxy(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** The connection that carries the last of these bytes is cut, once; afterwards everything passes. */
    void cutAfter(long bytes) {
        left.set(bytes);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket laptop = socket.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                Thread.ofVirtual().start(() -> pump(laptop, server, true));
                Thread.ofVirtual().start(() -> pump(server, laptop, false));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void pump(Socket from, Socket to, boolean requests) {
        byte[] buffer = new byte[16 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                long rest = requests ? left.addAndGet(-read) : Long.MAX_VALUE;
                if (rest < 0) {
                    left.set(Long.MAX_VALUE);
                    out.write(buffer, 0, (int) (read + rest));
                    return;
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException ignored) {
            // The other side went away; closing both is what a network does then.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
