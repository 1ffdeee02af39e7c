package org.ethotag.flash.virtual;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.ethotag.problem.ProblemException;

/** The serial line of an emulated processor: a socket of this computer that the emulator connects to. One thread. */
final class EmulatedLine implements AutoCloseable {
    private static final int BUFFER_BYTES = 4096;
    private static final int LOOK_MILLIS = 100;

    private final SocketChannel channel;
    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

    private EmulatedLine(SocketChannel channel, Selector selector) {
        this.channel = channel;
        this.selector = selector;
    }

    /** Waits where the emulator will connect. */
    static ServerSocketChannel listen(Path socket) throws IOException {
        Files.deleteIfExists(socket);
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        return server;
    }

    /**
     * The line to an emulator that was just started.
     *
     * @throws ProblemException if it ends before it connects, or does not connect in time
     */
    static EmulatedLine accept(ServerSocketChannel server, EmulatedProcess emulator, Duration within)
            throws IOException {
        try (var waiting = Selector.open()) {
            server.configureBlocking(false);
            server.register(waiting, SelectionKey.OP_ACCEPT);
            long until = System.nanoTime() + within.toNanos();
            while (emulator.alive() && System.nanoTime() < until) {
                waiting.select(LOOK_MILLIS);
                var channel = server.accept();
                if (channel != null) {
                    channel.configureBlocking(false);
                    var selector = Selector.open();
                    channel.register(selector, SelectionKey.OP_READ);
                    return new EmulatedLine(channel, selector);
                }
            }
        }
        throw EmulatedProcess.failed("qemu-system-arm", emulator.text());
    }

    /** Sends all of it; what the emulator no longer takes is lost, as on a cable. */
    void write(byte[] bytes) {
        var rest = ByteBuffer.wrap(bytes);
        try {
            while (rest.hasRemaining()) {
                if (channel.write(rest) == 0) {
                    Thread.onSpinWait(); // the emulator is behind by more than the system's buffer
                }
            }
        } catch (IOException _) {
            // it has ended: whoever reads finds out
        }
    }

    /** What has come, waiting at most this long for the first of it. */
    byte[] read(Duration atMost) {
        try {
            buffer.clear();
            if (channel.read(buffer) == 0 && !atMost.isZero()) {
                selector.select(Math.max(1, atMost.toMillis()));
                selector.selectedKeys().clear();
                channel.read(buffer);
            }
            return Arrays.copyOf(buffer.array(), buffer.position());
        } catch (IOException _) {
            return new byte[0]; // it has ended
        }
    }

    @Override
    public void close() {
        try (channel;
                selector) {
            buffer.clear();
        } catch (IOException _) {
            // nothing is left to be lost
        }
    }
}
