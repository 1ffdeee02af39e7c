package org.ethotag.flash.virtual;

import java.time.Duration;
import org.ethotag.flash.FlashProblem;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.TagLine;
import org.ethotag.flash.TagLink;
import org.ethotag.problem.ProblemException;

/** A cable that is pulled before the nth message. */
final class FewLines implements TagLine {
    private final TagLine line;
    private int left;

    FewLines(PluggableTag tag, int messages) {
        this.line = tag.connector().plug("");
        this.left = messages;
    }

    TagLink open() {
        return TagLink.open(this, 3);
    }

    @Override
    public void write(byte[] bytes) {
        if (--left < 0) {
            throw new ProblemException(FlashProblem.LINE_LOST, name());
        }
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
