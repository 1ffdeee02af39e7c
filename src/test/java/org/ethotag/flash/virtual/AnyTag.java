package org.ethotag.flash.virtual;

import java.time.Duration;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.TagConnector;
import org.ethotag.flash.TagLink;

/** A port at which one tag is, whichever was asked for. */
record AnyTag(TagConnector port) implements TagConnector {
    @Override
    public TagLink connect(String serial, Duration within) {
        return port.connect("", within);
    }

    @Override
    public TagClock clock() {
        return port.clock();
    }
}
