package org.ethotag.label;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.ethotag.label.LabelEdit.Erase;
import org.ethotag.label.LabelEdit.Label;
import org.ethotag.label.LabelEdit.LabelFrom;
import org.ethotag.label.LabelEdit.MoveBorder;
import org.ethotag.label.LabelEdit.Relabel;
import org.ethotag.label.LabelEdit.Remark;
import org.ethotag.label.LabelEdit.Restore;
import org.ethotag.label.LabelEdit.Swap;
import org.ethotag.signal.SampleRange;

/** What edits mean on the bouts of a track: which of them go and which come. */
final class EditEffect {
    private static final SampleRange NOTHING = new SampleRange(0, 0);

    private final BoutList bouts;

    EditEffect(BoutList bouts) {
        this.bouts = bouts;
    }

    /** The samples that an edit decides about, whatever was there. */
    SampleRange reach(LabelEdit edit) {
        return switch (edit) {
            case Label(SampleRange range, String _) -> range;
            case Erase(SampleRange range) -> range;
            case LabelFrom(long cursor, long lengthSamples, String _) ->
                new SampleRange(cursor, endOfStretch(cursor, lengthSamples));
            case MoveBorder(long border, long to) -> new SampleRange(Math.min(border, to), Math.max(border, to));
            case Relabel(SampleRange range, String _) -> range;
            case Restore(SampleRange range, List<Bout> _) -> range;
            case Swap swap -> swap.range();
            case Remark _ -> NOTHING;
        };
    }

    /** @throws IllegalArgumentException if the edit moves a border that is not there */
    Swap of(LabelEdit edit) {
        var range = reach(edit);
        return switch (edit) {
            case Label(SampleRange _, String behaviour) -> filled(range, behaviour);
            case Erase _ -> replaced(range, List.of());
            case LabelFrom(long _, long _, String behaviour) -> filled(range, behaviour);
            case MoveBorder(long border, long to) -> moved(border, to);
            case Relabel(SampleRange _, String behaviour) ->
                replaced(
                        range,
                        cut(range).stream()
                                .map(b -> new Bout(b.range(), behaviour))
                                .toList());
            case Restore(SampleRange _, List<Bout> inside) -> replaced(range, inside);
            case Swap swap -> difference(swap.gone(), swap.come());
            case Remark _ -> new Swap(List.of(), List.of());
        };
    }

    List<Bout> cut(SampleRange range) {
        return bouts.in(range).stream()
                .flatMap(b -> b.range().intersection(range).map(r -> new Bout(r, b.behaviour())).stream())
                .toList();
    }

    private Swap filled(SampleRange range, String behaviour) {
        if (range.isEmpty()) {
            return new Swap(List.of(), List.of());
        }
        var bout = new Bout(range, behaviour);
        if (bouts.kind() == TrackKind.EXCLUSIVE) {
            return replaced(range, List.of(bout));
        }
        var before = bouts.touching(range);
        return difference(before, new Layers(before).add(bout).bouts());
    }

    /** Inside a range there are these bouts, merged with equal ones that they touch. */
    private Swap replaced(SampleRange range, List<Bout> inside) {
        if (range.isEmpty()) {
            return new Swap(List.of(), List.of());
        }
        var before = bouts.touching(range);
        if (bouts.kind() == TrackKind.OVERLAPPING) {
            var layers = new Layers(before).erase(range, _ -> true);
            inside.forEach(layers::add);
            return difference(before, layers.bouts());
        }
        var splice = new Splice();
        for (Bout bout : before) {
            splice.add(bout, bout.range().from(), Math.min(bout.range().to(), range.from()));
        }
        inside.forEach(splice::add);
        for (Bout bout : before) {
            splice.add(
                    bout,
                    Math.max(bout.range().from(), range.to()),
                    bout.range().to());
        }
        return difference(before, splice.bouts());
    }

    static Swap difference(List<Bout> before, List<Bout> after) {
        var staying = new HashSet<>(before);
        staying.retainAll(new HashSet<>(after));
        return new Swap(
                before.stream().filter(b -> !staying.contains(b)).toList(),
                after.stream().filter(b -> !staying.contains(b)).toList());
    }

    /** To the first end of a bout at the cursor, else to the next bout, else to the end. */
    private long endOfStretch(long cursor, long lengthSamples) {
        var here = bouts.in(new SampleRange(cursor, cursor + 1));
        int next = bouts.firstStartingFrom(cursor + 1);
        long end = here.stream()
                .mapToLong(b -> b.range().to())
                .min()
                .orElse(next < bouts.size() ? bouts.get(next).range().from() : lengthSamples);
        return Math.min(lengthSamples, end);
    }

    private Swap moved(long border, long to) {
        var at = new SampleRange(border, border);
        var ending = bouts.touching(at).stream()
                .filter(b -> b.range().to() == border)
                .toList();
        var beginning = bouts.touching(at).stream()
                .filter(b -> b.range().from() == border)
                .toList();
        if (ending.isEmpty() && beginning.isEmpty()) {
            throw new IllegalArgumentException("no bout begins or ends at " + border);
        }
        return bouts.kind() == TrackKind.OVERLAPPING
                ? movedLayers(ending, beginning, to)
                : movedBorder(ending.stream().findFirst(), beginning.stream().findFirst(), border, to);
    }

    /** What lies on the growing side covers what lies between; the border of a bout that was split stays one. */
    private Swap movedBorder(Optional<Bout> left, Optional<Bout> right, long border, long to) {
        if (left.isPresent() && right.isPresent()) {
            var one = left.get();
            var other = right.get();
            boolean split = one.behaviour().equals(other.behaviour());
            if (split && to > one.range().from() && to < other.range().to()) {
                return difference(
                        List.of(one, other),
                        List.of(
                                new Bout(new SampleRange(one.range().from(), to), one.behaviour()),
                                new Bout(new SampleRange(to, other.range().to()), other.behaviour())));
            }
        }
        var range = new SampleRange(Math.min(border, to), Math.max(border, to));
        return (to > border ? left : right)
                .map(b -> filled(range, b.behaviour()))
                .orElseGet(() -> replaced(range, List.of()));
    }

    private Swap movedLayers(List<Bout> ending, List<Bout> beginning, long to) {
        var gone = new ArrayList<>(ending);
        gone.addAll(beginning);
        var come = new ArrayList<Bout>();
        for (Bout bout : ending) {
            if (to > bout.range().from()) {
                come.add(new Bout(new SampleRange(bout.range().from(), to), bout.behaviour()));
            }
        }
        for (Bout bout : beginning) {
            if (to < bout.range().to()) {
                come.add(new Bout(new SampleRange(to, bout.range().to()), bout.behaviour()));
            }
        }
        var all = new SampleRange(
                come.stream().mapToLong(b -> b.range().from()).min().orElse(to),
                come.stream().mapToLong(b -> b.range().to()).max().orElse(to));
        var before = new ArrayList<>(bouts.touching(all));
        gone.stream().filter(b -> !before.contains(b)).forEach(before::add);
        var kept = before.stream().filter(b -> !gone.contains(b)).toList();
        var layers = new Layers(kept);
        come.forEach(layers::add);
        return difference(before, layers.bouts());
    }
}
