package org.ethotag.flash.rollcall;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.ethotag.flash.FlashProblem;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.TagConnector;
import org.ethotag.flash.TagLink;
import org.ethotag.flash.TagPort;
import org.ethotag.flash.TagSighting;
import org.ethotag.flash.TagWatch;
import org.ethotag.flash.virtual.VirtualTag;
import org.ethotag.problem.ProblemException;

/** A hub with emulated tags: what happens at which look is a script. */
final class VirtualBay implements TagBay {
    private final Map<String, VirtualTag> plugged = new ConcurrentHashMap<>();
    private final List<Act> script = new ArrayList<>();
    private final Set<String> pulled = ConcurrentHashMap.newKeySet();
    private final AtomicLong nanos = new AtomicLong();
    private final CountDownLatch together;
    private List<TagPort> before = List.of();

    /** @param together so many tags must be flashed at the same time before any of them goes on */
    VirtualBay(int together) {
        this.together = new CountDownLatch(together);
    }

    /** Acts at the first look at which this holds, one act a look, in the order of these calls. */
    VirtualBay when(BooleanSupplier condition, Runnable act) {
        script.add(new Act(condition, act));
        return this;
    }

    private record Act(BooleanSupplier condition, Runnable act) {}

    void plug(String path, VirtualTag tag) {
        plugged.put(path, tag);
    }

    void unplug(String path) {
        plugged.remove(path);
    }

    /** The cable at this port is pulled during the next flash, as soon as the line breaks. */
    void pull(String path) {
        pulled.add(path);
    }

    private static TagPort port(String path) {
        return new TagPort(path, "emulated", "", 0x2FE3, 0x0100);
    }

    @Override
    public TagWatch.Changes look() {
        if (!script.isEmpty() && script.getFirst().condition().getAsBoolean()) {
            script.removeFirst().act().run();
        }
        var now = plugged.keySet().stream().sorted().map(VirtualBay::port).toList();
        var in = new ArrayList<>(now);
        in.removeAll(before);
        var out = new ArrayList<>(before);
        out.removeAll(now);
        before = now;
        return new TagWatch.Changes(in, out, now, List.of());
    }

    @Override
    public TagSighting ask(TagPort port) {
        var tag = plugged.get(port.path());
        if (tag == null) {
            var gone = new ProblemException(FlashProblem.PORT_GONE, port.path());
            return new TagSighting.Troubled(port, TagSighting.Trouble.VANISHED, gone.problem());
        }
        try (TagLink link = tag.connector().connect("", Duration.ofSeconds(5))) {
            return new TagSighting.Answered(
                    port, link.identity().orElseThrow(), TagSighting.Mode.FULL, link.imageState());
        } catch (ProblemException silent) {
            return new TagSighting.Troubled(port, TagSighting.Trouble.NO_ANSWER, silent.problem());
        }
    }

    @Override
    public TagConnector connector(TagPort port) {
        var tag = plugged.get(port.path());
        if (tag == null) {
            throw new IllegalStateException("asked before it was gone: " + port);
        }
        boolean pull = pulled.remove(port.path());
        var real = tag.connector();
        var opened = new LinkedHashMap<String, Integer>();
        return new TagConnector() {
            @Override
            public TagLink connect(String serial, Duration within) {
                waitForTheOthers();
                if (opened.merge("lines", 1, Integer::sum) > 1 && pull) {
                    unplug(port.path());
                    throw new ProblemException(FlashProblem.TAG_NOT_FOUND, serial);
                }
                return real.connect(serial, within);
            }

            @Override
            public TagClock clock() {
                return real.clock();
            }
        };
    }

    private void waitForTheOthers() {
        together.countDown();
        try {
            if (!together.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("not so many tags are flashed at once: " + together.getCount());
            }
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    /** Time that passes only by waiting, so that nothing here takes seconds. */
    @Override
    public TagClock clock() {
        return new TagClock() {
            @Override
            public long nanos() {
                return nanos.get();
            }

            @Override
            public Instant now() {
                return Instant.parse("2026-05-01T12:00:00Z").plusNanos(nanos.get());
            }

            @Override
            public void pause(Duration length) {
                LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
                nanos.addAndGet(length.toNanos());
            }
        };
    }
}
