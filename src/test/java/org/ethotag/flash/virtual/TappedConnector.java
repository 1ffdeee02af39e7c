package org.ethotag.flash.virtual;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.TagConnector;
import org.ethotag.flash.TagLine;
import org.ethotag.flash.TagLink;

/** Somebody listens to what is sent to the tag. */
final class TappedConnector implements TagConnector {
    private final VirtualConnector port;
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    TappedConnector(VirtualConnector port) {
        this.port = port;
    }

    byte[] sent() {
        return sent.toByteArray();
    }

    @Override
    public TagLink connect(String serial, Duration within) {
        return TagLink.open(new Line(port.plug(serial)), 0x42);
    }

    @Override
    public TagClock clock() {
        return port.clock();
    }

    private final class Line implements TagLine {
        private final TagLine line;

        Line(TagLine line) {
            this.line = line;
        }

        @Override
        public void write(byte[] bytes) {
            sent.writeBytes(bytes);
            line.write(bytes);
        }

        @Override
        public String name() {
            return line.name();
        }

        @Override
        public String portSerial() {
            return line.portSerial();
        }

        @Override
        public TagClock clock() {
            return line.clock();
        }

        @Override
        public int read(byte[] into, Duration atMost) {
            return line.read(into, atMost);
        }

        @Override
        public void close() {
            line.close();
        }
    }
}
