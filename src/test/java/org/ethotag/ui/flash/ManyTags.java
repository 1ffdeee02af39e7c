package org.ethotag.ui.flash;

import java.util.List;
import java.util.stream.IntStream;
import org.ethotag.flash.FlashProblem;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.TagConnector;
import org.ethotag.flash.TagIdentity;
import org.ethotag.flash.TagPort;
import org.ethotag.flash.TagProfiles;
import org.ethotag.flash.TagSighting;
import org.ethotag.flash.TagWatch;
import org.ethotag.flash.rollcall.TagBay;
import org.ethotag.problem.Problem;

/** A computer with so many tags: every third an ear tag, one of which is in use by another program. */
class ManyTags extends NoTags {
    private final List<TagPort> ports;
    private final TagSighting.Trouble trouble;
    private final Problem problem;

    ManyTags(int count) {
        this(count, TagSighting.Trouble.BUSY, Problem.of(FlashProblem.PORT_BUSY, "/dev/ttyACM1"));
    }

    /** The second one is in trouble. */
    ManyTags(int count, TagSighting.Trouble trouble, Problem problem) {
        this.trouble = trouble;
        this.problem = problem;
        ports = IntStream.range(0, count)
                .mapToObj(i -> new TagPort("/dev/ttyACM" + i, "tag", "T-%03d".formatted(i), 0x2FE3, 0x0100))
                .toList();
    }

    @Override
    public TagSighting virtual() {
        return answered(new TagPort("", "", "", -1, -1), "VIRTUAL-0001", "ethotag-virtual-1", "");
    }

    private static TagSighting answered(TagPort port, String serial, String hardware, String model) {
        var told = new TagIdentity(serial, hardware, "1.2.0", 40 + serial.hashCode() % 40, model, false);
        return new TagSighting.Answered(port, told, TagSighting.Mode.FULL, List.of());
    }

    @Override
    public TagBay bay(TagProfiles kinds) {
        return new TagBay() {
            private boolean looked;

            @Override
            public TagWatch.Changes look() {
                var in = looked ? List.<TagPort>of() : ports;
                looked = true;
                return new TagWatch.Changes(in, List.of(), ports, List.of());
            }

            @Override
            public TagSighting ask(TagPort port) {
                int number = ports.indexOf(port);
                if (number == 1) {
                    return new TagSighting.Troubled(port, trouble, problem);
                }
                String hardware = number % 3 == 0 ? "ethotag-ear-nrf52840" : "ethotag-collar-cc2650";
                return answered(port, port.serial(), hardware, number % 2 == 0 ? "" : "0123456789abcdef");
            }

            @Override
            public TagConnector connector(TagPort port) {
                throw new IllegalStateException("these are only looked at");
            }

            @Override
            public TagClock clock() {
                return TagClock.system();
            }
        };
    }
}
