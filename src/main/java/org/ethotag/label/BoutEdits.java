package org.ethotag.label;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ethotag.label.LabelEdit.Label;
import org.ethotag.label.LabelEdit.LabelFrom;
import org.ethotag.label.LabelEdit.Relabel;
import org.ethotag.label.LabelEdit.Restore;
import org.ethotag.label.LabelEdit.Swap;
import org.ethotag.signal.SampleRange;

/**
 * The edits that people mean when they point at a place or a bout of a track. On an overlapping track a behaviour that
 * excludes others takes their place; one that does not is added to what is there.
 */
public final class BoutEdits {
    private final LabelTrack track;
    private final Ethogram ethogram;

    public BoutEdits(LabelTrack track, Ethogram ethogram) {
        this.track = track;
        this.ethogram = ethogram;
    }

    /** All of a range is a behaviour. */
    public LabelEdit label(SampleRange range, String behaviour) {
        if (track.kind() == TrackKind.EXCLUSIVE || range.isEmpty()) {
            return new Label(range, behaviour);
        }
        var before = track.touching(range);
        var layers = new Layers(before).erase(range, excludedBy(behaviour)).add(new Bout(range, behaviour));
        return EditEffect.difference(before, layers.bouts());
    }

    private Predicate<String> excludedBy(String behaviour) {
        return other -> !other.equals(behaviour) && exclusive(behaviour) && exclusive(other);
    }

    private boolean exclusive(String behaviour) {
        return ethogram.behaviour(behaviour).map(Behaviour::exclusive).orElse(true);
    }

    /** From the cursor on it is a behaviour; see {@link LabelFrom}. */
    public LabelEdit labelFrom(long cursor, long end, String behaviour) {
        var from = new LabelFrom(cursor, end, behaviour);
        return track.kind() == TrackKind.EXCLUSIVE ? from : label(track.reach(from), behaviour);
    }

    /** A bout becomes two at a sample inside it. */
    public Optional<LabelEdit> split(Bout bout, long at) {
        var range = bout.range();
        if (at <= range.from() || at >= range.to()) {
            return Optional.empty();
        }
        return Optional.of(new Swap(
                List.of(bout),
                List.of(
                        new Bout(new SampleRange(range.from(), at), bout.behaviour()),
                        new Bout(new SampleRange(at, range.to()), bout.behaviour()))));
    }

    /** A bout takes over the next one and what lies between: on an overlapping track the next of its behaviour. */
    public Optional<LabelEdit> mergeNext(Bout bout) {
        return track.boutsIn(new SampleRange(bout.range().to(), Long.MAX_VALUE)).stream()
                .filter(next -> next.range().from() >= bout.range().to() && mergeable(bout, next))
                .findFirst()
                .map(next -> merged(bout, next, bout, next));
    }

    /** A bout takes over the previous one and what lies between: on an overlapping track the previous of its behaviour. */
    public Optional<LabelEdit> mergePrevious(Bout bout) {
        return track.boutsIn(new SampleRange(0, bout.range().from())).reversed().stream()
                .filter(previous -> previous.range().to() <= bout.range().from() && mergeable(bout, previous))
                .findFirst()
                .map(previous -> merged(bout, previous, previous, bout));
    }

    private boolean mergeable(Bout bout, Bout other) {
        return track.kind() == TrackKind.EXCLUSIVE || bout.behaviour().equals(other.behaviour());
    }

    private LabelEdit merged(Bout winner, Bout other, Bout first, Bout last) {
        var hull = new SampleRange(first.range().from(), last.range().to());
        return winner.behaviour().equals(other.behaviour())
                ? new Swap(List.of(first, last), List.of(new Bout(hull, winner.behaviour())))
                : new Label(hull, winner.behaviour());
    }

    /** A bout goes. */
    public LabelEdit delete(Bout bout) {
        return new Swap(List.of(bout), List.of());
    }

    /** A bout is another behaviour. */
    public LabelEdit relabel(Bout bout, String behaviour) {
        if (track.kind() == TrackKind.EXCLUSIVE) {
            return new Relabel(bout.range(), behaviour);
        }
        var before = track.touching(bout.range());
        var layers = new Layers(before.stream().filter(b -> !b.equals(bout)).toList())
                .erase(bout.range(), excludedBy(behaviour))
                .add(new Bout(bout.range(), behaviour));
        return EditEffect.difference(before, layers.bouts());
    }

    /** Inside a range there is what another track has there. */
    public LabelEdit copy(LabelTrack from, SampleRange range) {
        var cut = LabelTrack.layered(from.name(), track.kind(), from.cut(range)).bouts();
        if (track.kind() == TrackKind.EXCLUSIVE) {
            return new Restore(range, cut);
        }
        var before = track.touching(range);
        var layers = new Layers(before).erase(range, _ -> true);
        cut.forEach(layers::add);
        return EditEffect.difference(before, layers.bouts());
    }
}
