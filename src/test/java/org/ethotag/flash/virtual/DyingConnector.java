package org.ethotag.flash.virtual;

import java.time.Duration;
import org.ethotag.flash.FlashState;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.TagConnector;
import org.ethotag.flash.TagLine;
import org.ethotag.flash.TagLink;

/** A program that is killed when, in a given state of its journal, it sends something for the {@code nth} time. */
final class DyingConnector implements TagConnector {
    private final FlashBench bench;
    private final VirtualConnector port;
    private final FlashState at;
    private int left;

    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    DyingConnector(FlashBench bench, FlashState at, int nth) {
        this.bench = bench;
        this.port = bench.tag().connector();
        this.at = at;
        this.left = nth;
    }

    @Override
    public TagLink connect(String serial, Duration within) {
        return TagLink.open(new Line(port.plug(serial)), 7);
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
            boolean there = bench.journal().openJobs().stream().anyMatch(job -> job.state() == at);
            if (there && --left == 0) {
                throw new Killed();
            }
            super.write(bytes);
        }
    }
}
