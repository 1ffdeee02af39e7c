package org.ethotag.flash.virtual;

import java.time.Duration;
import java.util.ArrayDeque;
import org.ethotag.flash.FlashProblem;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.TagClock.Deadline;
import org.ethotag.flash.TagConnector;
import org.ethotag.flash.TagLine;
import org.ethotag.flash.TagLink;
import org.ethotag.problem.ProblemException;

/** The near end of a line to an emulated tag in this process: no port, no thread, no waiting. */
public final class VirtualConnector implements TagConnector {
    private static final int SOME_SEQUENCE = 0x42;
    private static final byte[] NOTHING = {};

    private final PluggableTag tag;

    VirtualConnector(PluggableTag tag) {
        this.tag = tag;
    }

    @Override
    public TagLink connect(String serial, Duration within) {
        Deadline deadline = clock().in(within);
        while (true) {
            try {
                return TagLink.open(plug(serial), SOME_SEQUENCE);
            } catch (ProblemException absent) {
                if (deadline.over()) {
                    throw absent;
                }
            }
        }
    }

    /** A line to the tag, on which nothing was said yet. */
    TagLine plug(String serial) {
        clock().pause(tag.absence());
        if (!serial.isEmpty() && !serial.equals(tag.serial())) {
            throw new ProblemException(FlashProblem.TAG_NOT_FOUND, serial);
        }
        return tag.plugIn()
                .map(Line::new)
                .orElseThrow(() -> new ProblemException(FlashProblem.TAG_NOT_FOUND, tag.serial()));
    }

    @Override
    public TagClock clock() {
        return tag.clock();
    }

    private final class Line implements TagLine {
        private final int connection;
        private final ArrayDeque<Byte> arrived = new ArrayDeque<>();

        Line(int connection) {
            this.connection = connection;
        }

        @Override
        public String name() {
            return "virtual tag " + tag.serial();
        }

        @Override
        public String portSerial() {
            return tag.serial();
        }

        @Override
        public TagClock clock() {
            return tag.clock();
        }

        @Override
        public void write(byte[] bytes) {
            requireConnection();
            keep(tag.exchange(connection, bytes, Duration.ZERO));
        }

        private void keep(byte[] bytes) {
            for (byte value : bytes) {
                arrived.add(value);
            }
        }

        @Override
        public int read(byte[] into, Duration atMost) {
            if (arrived.isEmpty()) {
                requireConnection();
                keep(tag.exchange(connection, NOTHING, atMost));
            }
            int length = Math.min(into.length, arrived.size());
            for (int i = 0; i < length; i++) {
                into[i] = arrived.remove();
            }
            return length;
        }

        private void requireConnection() {
            if (!tag.connected(connection)) {
                throw new ProblemException(FlashProblem.LINE_LOST, name());
            }
        }

        @Override
        public void close() {
            arrived.clear();
        }
    }
}
