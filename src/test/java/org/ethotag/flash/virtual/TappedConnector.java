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

    private final class Line extends ForwardingLine {
        Line(TagLine line) {
            super(line);
        }

        @Override
        public void write(byte[] bytes) {
            sent.writeBytes(bytes);
            super.write(bytes);
        }
    }
}
