package org.ethotag.flash.virtual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import org.ethotag.flash.FlashProblem;
import org.ethotag.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * An emulated tag behind the name of a serial device, for programs that know nothing of it (Linux and macOS). On a
 * restart the device vanishes and returns, as a USB port does. Has a thread of its own, because the far end may speak
 * at any time; it ends with {@link #close}, which removes the device's name too.
 */
public final class VirtualTagPort implements AutoCloseable {
    private static final Duration AWAY = Duration.ofMillis(400);

    private final PluggableTag tag;
    private final Path link;
    private final Thread thread;
    private volatile boolean closing;
    private @Nullable PseudoTerminal terminal;

    private VirtualTagPort(Path link, PluggableTag tag) {
        this.link = link;
        this.tag = tag;
        this.thread = new Thread(this::serve, "virtual tag " + tag.serial());
        this.thread.setDaemon(true);
    }

    /**
     * Puts a tag behind a path.
     *
     * @param link becomes a symbolic link to the device; a link that is there already, left behind by an earlier run, is
     *     replaced, anything else is not
     * @throws ProblemException {@link FlashProblem#PSEUDO_TERMINAL_FAILED} or {@link FlashProblem#LINK_PATH_TAKEN}
     */
    public static VirtualTagPort open(Path link, PluggableTag tag) {
        if (!PseudoTerminal.available()) {
            throw new ProblemException(FlashProblem.PSEUDO_TERMINAL_FAILED, System.getProperty("os.name"));
        }
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link)) {
            throw new ProblemException(FlashProblem.LINK_PATH_TAKEN, link);
        }
        var port = new VirtualTagPort(link, tag);
        try {
            port.appear();
        } catch (IOException refused) {
            port.vanish();
            throw new ProblemException(FlashProblem.PSEUDO_TERMINAL_FAILED, refused).causedBy(refused);
        }
        port.thread.start();
        return port;
    }

    /** Whether this system has pseudo-terminals. */
    public static boolean available() {
        return PseudoTerminal.available();
    }

    /** What to give to whoever opens serial ports. */
    public Path link() {
        return link;
    }

    private void serve() {
        try {
            Optional<Integer> connection = tag.plugIn();
            while (!closing && !Thread.currentThread().isInterrupted()) {
                if (connection.isEmpty() || !tag.connected(connection.get())) {
                    vanish();
                    tag.clock().pause(AWAY);
                    connection = tag.plugIn();
                    if (connection.isPresent() && !closing) {
                        appear();
                    }
                } else {
                    answer(connection.get());
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            vanish();
        }
    }

    private void answer(int connection) throws IOException {
        PseudoTerminal open = terminal;
        if (open != null) {
            byte[] asked = open.read((int) tag.attention().toMillis());
            byte[] answer = tag.exchange(connection, asked, Duration.ZERO);
            if (answer.length > 0) {
                open.write(answer);
            }
        }
    }

    private synchronized void appear() throws IOException {
        var made = new PseudoTerminal();
        terminal = made;
        Path absolute = link.toAbsolutePath();
        Path half = absolute.resolveSibling(absolute.getFileName() + ".new");
        Files.deleteIfExists(half);
        Files.createSymbolicLink(half, Path.of(made.name()));
        Files.move(half, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private synchronized void vanish() {
        PseudoTerminal open = terminal;
        if (open != null) {
            terminal = null;
            removeLink(open);
            open.close();
        }
    }

    /** Only if it is still ours: another tag may have taken the name. */
    private void removeLink(PseudoTerminal open) {
        try {
            if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(Path.of(open.name()))) {
                Files.delete(link);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Waits until the port is closed, for a program that does nothing else. */
    public void await() {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the system should run when the process is told to end, so that the device's name does not stay behind. */
    public Thread removal() {
        return new Thread(this::close, "take away " + link);
    }

    /** Takes the device away. The tag stays usable. */
    @Override
    public void close() {
        closing = true;
        await();
    }
}
