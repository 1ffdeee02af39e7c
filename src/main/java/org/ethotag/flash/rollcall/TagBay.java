package org.ethotag.flash.rollcall;

import java.nio.file.Path;
import java.util.List;
import org.ethotag.flash.SerialConnector;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.TagConnector;
import org.ethotag.flash.TagPort;
import org.ethotag.flash.TagProbe;
import org.ethotag.flash.TagProfiles;
import org.ethotag.flash.TagSighting;
import org.ethotag.flash.TagWatch;

/** Where tags are plugged in. {@link #look} is called by one thread at a time, the others by any. */
public interface TagBay {
    /** What came and went since the last look. */
    TagWatch.Changes look();

    /** Who is at a port; writes nothing to it. */
    TagSighting ask(TagPort port);

    /** A way to the tag at a port, also after its restart. */
    TagConnector connector(TagPort port);

    /** Time for the pauses between looks. */
    TagClock clock();

    /**
     * The serial ports of this computer.
     *
     * @param named ports to serve besides those of USB devices, or, with {@code only}, no others
     * @param kinds of tags that are known by their USB ids
     * @param clock by which tags are waited for
     */
    static TagBay serial(List<Path> named, boolean only, TagProfiles kinds, TagClock clock) {
        var watch = TagWatch.ofThisComputer(named, kinds);
        var probe = TagProbe.overSerial();
        var paths = named.stream().map(Path::toString).toList();
        return new TagBay() {
            @Override
            public TagWatch.Changes look() {
                var all = watch.look();
                return new TagWatch.Changes(ours(all.in()), ours(all.out()), ours(all.present()), all.withoutDriver());
            }

            private List<TagPort> ours(List<TagPort> ports) {
                return ports.stream()
                        .filter(port -> paths.contains(port.path()) || (port.usb() && !only))
                        .toList();
            }

            @Override
            public TagSighting ask(TagPort port) {
                return probe.ask(port);
            }

            @Override
            public TagConnector connector(TagPort port) {
                return SerialConnector.at(port.path(), clock);
            }

            @Override
            public TagClock clock() {
                return clock;
            }
        };
    }
}
