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
    private final AtomicReference<String> cutIn = new AtomicReference<>();
    private volatile int cutAfter;

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

    /** The next request whose head contains this text breaks off so many bytes behind its head. */
    void cutRequest(String requestText, int bytes) {
        cutAfter = bytes;
        cutIn.set(requestText);
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
            int left = -1;
            while (read >= 0) {
                String text = swallow.get();
                if (requests && left < 0) {
                    left = begunCut(buffer, read);
                }
                if (left >= 0) {
                    out.write(buffer, 0, Math.min(read, left));
                    out.flush();
                    left -= read;
                    if (left <= 0) {
                        return;
                    }
                    read = in.read(buffer);
                    continue;
                }
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

    /** How many bytes may still pass when the request to be cut begins here; -1 when it does not. */
    private int begunCut(byte[] buffer, int read) {
        String text = cutIn.get();
        String head = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
        if (text == null || !head.contains(text) || !cutIn.compareAndSet(text, null)) {
            return -1;
        }
        swallow.set(null);
        int end = head.indexOf("\r\n\r\n");
        return (end < 0 ? read : end + 4) + cutAfter;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
