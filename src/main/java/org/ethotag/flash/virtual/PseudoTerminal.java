package org.ethotag.flash.virtual;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Locale;

/**
 * A pair of connected terminals of the C library: bytes written to one come out of the other, unchanged. The far end
 * has a name that any program can open as a serial port. One thread reads; any thread may close.
 */
final class PseudoTerminal implements AutoCloseable {
    private static final int READ_WRITE = 2;
    private static final int NO_TTY_LINUX = 0x100;
    private static final int NO_TTY_MACOS = 0x20000;
    private static final int NOW = 0; // TCSANOW
    private static final short READABLE = 1; // POLLIN
    private static final int TERMIOS_BYTES = 256; // more than any system's struct termios
    private static final int NAME_BYTES = 1024;
    private static final int BUFFER_BYTES = 4096;
    private static final int INTERRUPTED = 4;

    private final Calls calls = new Calls();
    private final Arena arena = Arena.ofShared();
    private final MemorySegment buffer = arena.allocate(BUFFER_BYTES);
    private final MemorySegment poll = arena.allocate(8); // struct pollfd: int fd, short events, short revents
    private final int near;
    private final int far;
    private final String name;
    private boolean closed;

    /** @throws IOException if the system has none to spare, or is neither Linux nor macOS */
    PseudoTerminal() throws IOException {
        int noTty = macOs() ? NO_TTY_MACOS : NO_TTY_LINUX;
        near = calls.check("posix_openpt", calls.intCall(calls.openPt, READ_WRITE | noTty));
        calls.check("grantpt", calls.intCall(calls.grant, near));
        calls.check("unlockpt", calls.intCall(calls.unlock, near));
        name = calls.name(near);
        far = calls.open(name, READ_WRITE | noTty); // held open, so that the near end outlives each visitor
        MemorySegment termios = arena.allocate(TERMIOS_BYTES);
        calls.check("tcgetattr", calls.intCall(calls.getAttributes, far, termios));
        calls.voidCall(calls.makeRaw, termios);
        calls.check("tcsetattr", calls.intCall(calls.setAttributes, far, NOW, termios));
    }

    static boolean available() {
        return macOs() || System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    }

    private static boolean macOs() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
    }

    /** What a program opens as a serial port. */
    String name() {
        return name;
    }

    /** What has come, waiting at most this long; empty if nothing has. */
    byte[] read(int atMostMillis) throws IOException {
        poll.set(ValueLayout.JAVA_INT, 0, near);
        poll.set(ValueLayout.JAVA_SHORT, 4, READABLE);
        poll.set(ValueLayout.JAVA_SHORT, 6, (short) 0);
        int ready = calls.intCall(calls.poll, poll, macOs() ? 1 : 1L, atMostMillis);
        if (ready <= 0 || (poll.get(ValueLayout.JAVA_SHORT, 6) & READABLE) == 0) {
            return new byte[0];
        }
        long length = calls.longCall(calls.read, near, buffer, (long) BUFFER_BYTES);
        if (length < 0 && calls.error() != INTERRUPTED) {
            throw new IOException("read: error " + calls.error());
        }
        return length <= 0 ? new byte[0] : buffer.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
    }

    void write(byte[] bytes) throws IOException {
        try (var call = Arena.ofConfined()) {
            for (int at = 0; at < bytes.length; ) {
                byte[] rest = Arrays.copyOfRange(bytes, at, bytes.length);
                long written = calls.longCall(
                        calls.write, near, call.allocateFrom(ValueLayout.JAVA_BYTE, rest), (long) rest.length);
                if (written < 0 && calls.error() != INTERRUPTED) {
                    throw new IOException("write: error " + calls.error());
                }
                at += (int) Math.max(0, written);
            }
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            calls.intCall(calls.close, far);
            calls.intCall(calls.close, near);
            arena.close();
        }
    }

    /** The C library's functions. */
    @SuppressWarnings("restricted") // native access is granted on the command line
    private static final class Calls {
        private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
        private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
        private static final MemoryLayout POINTER = ValueLayout.ADDRESS;
        private static final MemoryLayout ERRORS = Linker.Option.captureStateLayout();
        private static final VarHandle ERROR = ERRORS.varHandle(MemoryLayout.PathElement.groupElement("errno"));

        private final Linker linker = Linker.nativeLinker();
        private final MemorySegment errors = Arena.ofAuto().allocate(ERRORS);
        final MethodHandle openPt = handle("posix_openpt", FunctionDescriptor.of(INT, INT));
        final MethodHandle grant = handle("grantpt", FunctionDescriptor.of(INT, INT));
        final MethodHandle unlock = handle("unlockpt", FunctionDescriptor.of(INT, INT));
        final MethodHandle nameOf = handle("ptsname", FunctionDescriptor.of(ValueLayout.ADDRESS, INT));
        final MethodHandle getAttributes = handle("tcgetattr", FunctionDescriptor.of(INT, INT, POINTER));
        final MethodHandle setAttributes = handle("tcsetattr", FunctionDescriptor.of(INT, INT, INT, POINTER));
        final MethodHandle makeRaw = handle("cfmakeraw", FunctionDescriptor.ofVoid(POINTER));
        final MethodHandle poll =
                handle("poll", FunctionDescriptor.of(INT, POINTER, macOs() ? INT : LONG, INT)); // nfds_t differs
        final MethodHandle read = handle("read", FunctionDescriptor.of(LONG, INT, POINTER, LONG));
        final MethodHandle write = handle("write", FunctionDescriptor.of(LONG, INT, POINTER, LONG));
        final MethodHandle close = handle("close", FunctionDescriptor.of(INT, INT));
        private final MethodHandle open = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("open"),
                FunctionDescriptor.of(INT, POINTER, INT),
                Linker.Option.firstVariadicArg(2),
                Linker.Option.captureCallState("errno"));

        private MethodHandle handle(String function, FunctionDescriptor form) {
            return linker.downcallHandle(
                    linker.defaultLookup().findOrThrow(function), form, Linker.Option.captureCallState("errno"));
        }

        int error() {
            return (int) ERROR.get(errors, 0L);
        }

        int check(String function, int result) throws IOException {
            if (result < 0) {
                throw new IOException(function + ": error " + error());
            }
            return result;
        }

        int open(String path, int flags) throws IOException {
            try (var call = Arena.ofConfined()) {
                return check("open", intCall(open, call.allocateFrom(path), flags));
            }
        }

        String name(int terminal) throws IOException {
            var name = (MemorySegment) call(nameOf, terminal);
            if (name.address() == 0) {
                throw new IOException("ptsname: error " + error());
            }
            return name.reinterpret(NAME_BYTES).getString(0);
        }

        int intCall(MethodHandle function, Object... arguments) {
            return (int) call(function, arguments);
        }

        long longCall(MethodHandle function, Object... arguments) {
            return (long) call(function, arguments);
        }

        void voidCall(MethodHandle function, Object... arguments) {
            call(function, arguments);
        }

        @SuppressWarnings({"IllegalCatch", "NullAway"}) // handles declare Throwable; void functions return no object
        private Object call(MethodHandle function, Object... arguments) {
            try {
                return function.invokeWithArguments(withErrors(arguments));
            } catch (Throwable broken) {
                throw new IllegalStateException("a call into the C library failed", broken);
            }
        }

        private Object[] withErrors(Object... arguments) {
            Object[] all = new Object[arguments.length + 1];
            all[0] = errors;
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            return all;
        }
    }
}
