package org.ethotag.flash.virtual;

import java.time.Duration;
import org.ethotag.flash.FlashProblem;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.TagConnector;
import org.ethotag.flash.TagLink;
import org.ethotag.problem.ProblemException;

/** A cable that, once pulled, stays out: the line can be opened once. */
final class OneLine implements TagConnector {
    private final TagConnector port;
    private boolean opened;

    OneLine(TagConnector port) {
        this.port = port;
    }

    @Override
    public TagLink connect(String serial, Duration within) {
        if (opened) {
            throw new ProblemException(FlashProblem.TAG_NOT_FOUND, serial);
        }
        opened = true;
        return port.connect(serial, within);
    }

    @Override
    public TagClock clock() {
        return port.clock();
    }
}
