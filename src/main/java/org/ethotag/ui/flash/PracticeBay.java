package org.ethotag.ui.flash;

import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.TagConnector;
import org.ethotag.flash.TagPort;
import org.ethotag.flash.TagSighting;
import org.ethotag.flash.TagWatch;
import org.ethotag.flash.rollcall.RollCallEntry;
import org.ethotag.flash.rollcall.TagBay;
import org.ethotag.flash.virtual.VirtualTag;
import org.ethotag.problem.ProblemException;
import org.ethotag.workflow.tag.VirtualTags;

/** A hub with one emulated tag for every line of a list, a few more plugged in at each look. */
final class PracticeBay implements TagBay, AutoCloseable {
    private static final int PER_LOOK = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<RollCallEntry> waiting;
    private final VirtualTags tags;
    private final String profile;
    private final List<PublicKey> trusted;
    private final Map<TagPort, VirtualTag> plugged = new HashMap<>();

    /** @param profile of every tag */
    PracticeBay(List<RollCallEntry> entries, VirtualTags tags, String profile, List<PublicKey> trusted) {
        this.waiting = new ArrayList<>(entries);
        this.tags = tags;
        this.profile = profile;
        this.trusted = List.copyOf(trusted);
    }

    @Override
    public synchronized TagWatch.Changes look() {
        var in = new ArrayList<TagPort>();
        while (in.size() < PER_LOOK && !waiting.isEmpty()) {
            String serial = waiting.removeFirst().tag();
            var port = new TagPort("practice/" + serial, "emulated tag", serial, 0, 0);
            plugged.put(port, tags.inProcess(serial, profile, trusted));
            in.add(port);
        }
        return new TagWatch.Changes(in, List.of(), List.copyOf(plugged.keySet()), List.of());
    }

    @Override
    public TagSighting ask(TagPort port) {
        return sighting(tag(port), port);
    }

    /** What an emulated tag says of itself. */
    static TagSighting sighting(VirtualTag tag, TagPort port) {
        try (var link = tag.connector().connect("", PATIENCE)) {
            var slots = link.imageState();
            return link.identity()
                    .<TagSighting>map(told -> new TagSighting.Answered(port, told, TagSighting.Mode.FULL, slots))
                    .orElseThrow(() -> new IllegalStateException("an emulated tag has our commands"));
        } catch (ProblemException silent) {
            return new TagSighting.Troubled(port, TagSighting.Trouble.NO_ANSWER, silent.problem());
        }
    }

    @Override
    public TagConnector connector(TagPort port) {
        return tag(port).connector();
    }

    private synchronized VirtualTag tag(TagPort port) {
        var tag = plugged.get(port);
        if (tag == null) {
            throw new IllegalArgumentException("nothing is plugged in at " + port);
        }
        return tag;
    }

    @Override
    public TagClock clock() {
        return TagClock.system();
    }

    @Override
    public synchronized void close() {
        plugged.values().forEach(VirtualTag::close);
        plugged.clear();
    }
}
