package org.ethotag.flash;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.ethotag.problem.ProblemException;

/**
 * A serial port. Reads block on the caller's thread for a tenth of a second at a time, so a pulled cable shows up as a
 * failed read; no listener is ever registered, because the library fires its disconnect event without end.
 */
public final class SerialLine implements TagLine {
    private static final int BAUD = 115_200;
    private static final int READ_MILLIS = 100;

    // errors of the system: errno on Linux and macOS, GetLastError on Windows
    private static final int NO_SUCH_FILE = 2;
    private static final int WINDOWS_ACCESS_DENIED = 5;
    private static final int NO_SUCH_DEVICE_OR_ADDRESS = 6;
    private static final int TRY_AGAIN_LINUX = 11;
    private static final int PERMISSION = 13;
    private static final int BUSY = 16;
    private static final int NO_SUCH_DEVICE = 19;
    private static final int WINDOWS_SHARING = 32;
    private static final int TRY_AGAIN_MACOS = 35;

    private final SerialPort port;
    private final String name;
    private final TagClock clock;

    private SerialLine(SerialPort port, String name, TagClock clock) {
        this.port = port;
        this.name = name;
        this.clock = clock;
    }

    /**
     * Opens a port for this program alone.
     *
     * @param path a port's name, or the path of a pseudo-terminal or of a link to one
     * @throws ProblemException PORT_GONE, PORT_BUSY, PORT_NO_RIGHTS or PORT_NOT_OPENED
     */
    public static SerialLine open(String path, TagClock clock) {
        SerialPort port = find(path);
        port.setComPortParameters(BAUD, Byte.SIZE, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_MILLIS, 0);
        if (!port.openPort()) {
            throw refused(path, port.getLastErrorCode());
        }
        return new SerialLine(port, path, clock);
    }

    private static SerialPort find(String path) {
        if (path.startsWith("/") && !Files.exists(Path.of(path))) {
            throw new ProblemException(FlashProblem.PORT_GONE, path);
        }
        try {
            return SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException none) {
            throw new ProblemException(FlashProblem.PORT_GONE, path).causedBy(none);
        }
    }

    private static ProblemException refused(String path, int error) {
        boolean windows = !path.startsWith("/");
        boolean there =
                !windows && Files.exists(Path.of(path)); // the library says so of a port that it has open itself
        FlashProblem problem = switch (error) {
            case NO_SUCH_FILE, NO_SUCH_DEVICE_OR_ADDRESS, NO_SUCH_DEVICE ->
                there ? FlashProblem.PORT_BUSY : FlashProblem.PORT_GONE;
            case TRY_AGAIN_LINUX, BUSY, TRY_AGAIN_MACOS, WINDOWS_SHARING -> FlashProblem.PORT_BUSY;
            case PERMISSION -> FlashProblem.PORT_NO_RIGHTS;
            case WINDOWS_ACCESS_DENIED -> windows ? FlashProblem.PORT_BUSY : FlashProblem.PORT_NOT_OPENED;
            default -> FlashProblem.PORT_NOT_OPENED;
        };
        if (problem == FlashProblem.PORT_NO_RIGHTS) {
            return PortRights.noRights(path);
        }
        if (problem == FlashProblem.PORT_BUSY) {
            return PortRights.busy(path);
        }
        return new ProblemException(problem, path, error);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String portSerial() {
        String serial = port.getSerialNumber();
        return serial == null || serial.equals("Unknown") ? "" : serial;
    }

    @Override
    public TagClock clock() {
        return clock;
    }

    @Override
    public void write(byte[] bytes) {
        if (port.writeBytes(bytes, bytes.length) != bytes.length) {
            throw new ProblemException(FlashProblem.LINE_LOST, name); // a short write is how a pulled cable looks
        }
    }

    @Override
    public int read(byte[] into, Duration atMost) {
        var deadline = clock.in(atMost);
        do {
            int length = port.readBytes(into, into.length);
            if (length < 0) {
                throw new ProblemException(FlashProblem.LINE_LOST, name);
            }
            if (length > 0) {
                return length;
            }
        } while (!deadline.over());
        return 0;
    }

    @Override
    public void close() {
        port.closePort();
    }
}
