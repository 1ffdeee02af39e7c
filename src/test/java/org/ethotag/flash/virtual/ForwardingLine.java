package org.ethotag.flash.virtual;

import java.time.Duration;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.TagLine;

/** A line that passes everything on: who stands in between changes what it has to. */
class ForwardingLine implements TagLine {
    private final TagLine line;

    ForwardingLine(TagLine line) {
        this.line = line;
    }

    @Override
    public void write(byte[] bytes) {
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
