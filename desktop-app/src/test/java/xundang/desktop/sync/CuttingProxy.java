package xundang.desktop.sync;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/** A network between laptop and server that can swallow one answer: the request arrives, the connection dies before the answer does. */
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final AtomicReference<String> swallow = new AtomicReference<>();

    CuttingProxy(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** The answer to the next request whose head contains this text never arrives. */
    void swallowAnswerTo(String requestText) {
        swallow.set(requestText);
    }

    boolean hasSwallowed() {
        return swallow.get() == null;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket laptop = socket.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                AtomicReference<Boolean> cut = new AtomicReference<>(false);
                Thread.ofVirtual().start(() -> pump(laptop, server, cut, true));
                Thread.ofVirtual().start(() -> pump(server, laptop, cut, false));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void pump(Socket from, Socket to, AtomicReference<Boolean> cut, boolean requests) {
        byte[] buffer = new byte[64 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int read = in.read(buffer);
            while (read >= 0) {
                String text = swallow.get();
                if (requests
                        && text != null
                        && new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains(text)
                        && swallow.compareAndSet(text, null)) {
                    cut.set(true);
                }
                if (!requests && cut.get()) {
                    return;
                }
                out.write(buffer, 0, read);
                out.flush();
                read = in.read(buffer);
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
