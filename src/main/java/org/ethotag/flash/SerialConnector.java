package org.ethotag.flash;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ethotag.flash.TagClock.Deadline;
import org.ethotag.problem.ProblemException;

/** Finds tags at serial ports: by the port that the user named, and after a restart wherever their number shows up. */
public final class SerialConnector implements TagConnector {
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);
    private static final int SEQUENCES = 256;

    private final List<String> ports;
    private final TagClock clock;
    private final RandomGenerator random;

    private SerialConnector(List<String> ports, TagClock clock, RandomGenerator random) {
        this.ports = ports;
        this.clock = clock;
        this.random = random;
    }

    /** @param port whose tag it is: a port's name or a path */
    public static SerialConnector at(String port) {
        return at(port, TagClock.system());
    }

    /** The same, waiting by another clock than the computer's. */
    public static SerialConnector at(String port, TagClock clock) {
        return new SerialConnector(List.of(port), clock, RandomGenerator.getDefault());
    }

    /** For a tag whose USB device reports its serial number, wherever it is. */
    public static SerialConnector anywhere() {
        return anywhere(TagClock.system());
    }

    /** The same, waiting by another clock than the computer's. */
    public static SerialConnector anywhere(TagClock clock) {
        return new SerialConnector(List.of(), clock, RandomGenerator.getDefault());
    }

    @Override
    public TagLink connect(String serial, Duration within) {
        Deadline deadline = clock.in(within);
        var problem = new ProblemException(FlashProblem.TAG_NOT_FOUND, serial);
        while (true) {
            for (String port : candidates(serial)) {
                try {
                    return checked(TagLink.open(SerialLine.open(port, clock), random.nextInt(SEQUENCES)), serial);
                } catch (ProblemException refused) {
                    problem = refused;
                }
            }
            if (deadline.over() || Thread.currentThread().isInterrupted()) {
                throw problem;
            }
            clock.pause(BETWEEN_TRIES);
        }
    }

    /** Another tag at the place is closed at once: nothing was written to it. */
    private static TagLink checked(TagLink link, String serial) {
        boolean right = false;
        try {
            String found = link.identity().map(TagIdentity::serial).orElse(link.portSerial());
            if (!serial.isEmpty() && !found.isEmpty() && !found.equals(serial)) {
                throw new ProblemException(FlashProblem.WRONG_TAG, serial, found);
            }
            right = true;
            return link;
        } finally {
            if (!right) {
                link.close();
            }
        }
    }

    private List<String> candidates(String serial) {
        var byNumber = serial.isEmpty()
                ? Stream.<String>of()
                : TagPorts.list().stream()
                        .filter(port -> port.serial().equals(serial))
                        .map(TagPort::path);
        return Stream.concat(ports.stream(), byNumber).distinct().toList();
    }

    @Override
    public TagClock clock() {
        return clock;
    }
}
