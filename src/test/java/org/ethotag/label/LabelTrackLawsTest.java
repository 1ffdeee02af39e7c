package org.ethotag.label;

import static org.ethotag.testkit.Trials.trials;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.ethotag.label.LabelEdit.Erase;
import org.ethotag.label.LabelEdit.Label;
import org.ethotag.label.LabelEdit.LabelFrom;
import org.ethotag.label.LabelEdit.MoveBorder;
import org.ethotag.label.LabelEdit.Relabel;
import org.ethotag.label.LabelEdit.Remark;
import org.ethotag.label.LabelEdit.Restore;
import org.ethotag.label.LabelEdit.Swap;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.Tracks;
import org.junit.jupiter.api.Test;

class LabelTrackLawsTest {
    private static final int LENGTH = 60;
    private static final List<String> BEHAVIOURS = List.of("graze", "walk", "rest");

    @Test
    void aTrackSaysForEachSampleWhatAListOfSamplesSays() {
        trials(500, random -> {
            var track = LabelTrack.empty("test");
            var naive = new String[LENGTH];
            Arrays.fill(naive, "");
            for (int i = 0; i < 40; i++) {
                var edit = Tracks.randomEdit(random, track, LENGTH, BEHAVIOURS);
                editSampleBySample(naive, edit);
                track = track.apply(edit);
                assertEquals(List.of(naive), samples(track), "after " + edit);
                assertCanonical(track);
            }
        });
    }

    @Test
    void undoingAnySequenceGivesBackEveryFormerTrack() {
        trials(500, random -> {
            var tracks = new ArrayList<>(List.of(LabelTrack.empty("test")));
            var inverses = new ArrayList<LabelEdit>();
            for (int i = 0; i < 30; i++) {
                var track = tracks.getLast();
                var edit = Tracks.randomEdit(random, track, LENGTH, BEHAVIOURS);
                inverses.add(track.inverse(edit));
                tracks.add(track.apply(edit));
            }
            for (int i = inverses.size() - 1; i >= 0; i--) {
                assertEquals(tracks.get(i), tracks.get(i + 1).apply(inverses.get(i)));
            }
        });
    }

    @Test
    void onlyBoutsThatTouchTheRangeOfAnEditChange() {
        trials(500, random -> {
            var before = someTrack(random);
            var edit = Tracks.randomEdit(random, before, LENGTH, BEHAVIOURS);
            var range = before.reach(edit);
            var after = before.apply(edit);
            var expected = new ArrayList<>(before.bouts());
            expected.removeAll(before.touching(range));
            expected.addAll(after.touching(range));
            assertEquals(after, LabelTrack.of("test", expected));
        });
    }

    @Test
    void layersAreTheSameAsLabellingOneByOne() {
        trials(200, random -> {
            var track = LabelTrack.empty("test");
            var layers = new ArrayList<Bout>();
            for (int i = 0; i < 8; i++) {
                long from = random.nextInt(LENGTH - 10);
                var range = new SampleRange(from, from + 1 + random.nextInt(10));
                layers.add(new Bout(range, BEHAVIOURS.get(random.nextInt(3))));
                track = track.apply(new Label(range, layers.getLast().behaviour()));
            }
            assertEquals(track, LabelTrack.layered("test", layers));
        });
    }

    @Test
    void anOverlappingTrackSaysForEachSampleWhatASetOfBehavioursSays() {
        trials(500, random -> {
            var track = LabelTrack.empty("test", TrackKind.OVERLAPPING);
            var naive = Layered.empty(LENGTH);
            for (int i = 0; i < 30; i++) {
                var edit = overlappingEdit(random, track);
                naive.apply(edit);
                track = track.apply(edit);
                assertEquals(naive, Layered.of(track, LENGTH), "after " + edit);
            }
        });
    }

    @Test
    void undoingAnythingGivesBackEveryFormerTrackWithSplitsOverlapsAndComments() {
        trials(300, random -> {
            var kind = TrackKind.values()[random.nextInt(2)];
            var tracks = new ArrayList<>(List.of(LabelTrack.empty("test", kind)));
            var inverses = new ArrayList<LabelEdit>();
            for (int i = 0; i < 30; i++) {
                var track = tracks.getLast();
                var edit = anyEdit(random, track);
                inverses.add(track.inverse(edit));
                tracks.add(track.apply(edit));
            }
            for (int i = inverses.size() - 1; i >= 0; i--) {
                assertEquals(tracks.get(i), tracks.get(i + 1).apply(inverses.get(i)));
            }
        });
    }

    private static LabelEdit anyEdit(Random random, LabelTrack track) {
        var bouts = track.bouts();
        var edits = new BoutEdits(track, Ethogram.empty());
        if (bouts.isEmpty() || random.nextInt(3) > 0) {
            return track.kind() == TrackKind.EXCLUSIVE
                    ? Tracks.randomEdit(random, track, LENGTH, BEHAVIOURS)
                    : overlappingEdit(random, track);
        }
        var bout = bouts.get(random.nextInt(bouts.size()));
        var nothing = new Swap(List.of(), List.of());
        return switch (random.nextInt(6)) {
            case 0 -> edits.split(bout, random.nextInt(LENGTH)).orElse(nothing);
            case 1 -> edits.mergeNext(bout).orElse(nothing);
            case 2 -> edits.mergePrevious(bout).orElse(nothing);
            case 3 -> edits.delete(bout);
            case 4 -> edits.relabel(bout, BEHAVIOURS.get(random.nextInt(3)));
            default ->
                track.comments().isEmpty() || random.nextBoolean()
                        ? new Remark(List.of(), List.of(new Comment(bout.range(), "note " + random.nextInt(5))))
                        : new Remark(List.of(track.comments().getFirst()), List.of());
        };
    }

    private static LabelEdit overlappingEdit(Random random, LabelTrack track) {
        LabelEdit edit;
        do {
            edit = Tracks.randomEdit(random, track, LENGTH, BEHAVIOURS);
        } while (edit instanceof LabelFrom || edit instanceof MoveBorder && random.nextBoolean());
        return edit;
    }

    /** For each behaviour, which samples have it. */
    private record Layered(Map<String, BitSet> samples) {
        static Layered empty(int length) {
            var samples = new TreeMap<String, BitSet>();
            BEHAVIOURS.forEach(b -> samples.put(b, new BitSet(length)));
            return new Layered(samples);
        }

        static Layered of(LabelTrack track, int length) {
            var all = empty(length);
            track.bouts().forEach(all::set);
            return all;
        }

        void set(Bout bout) {
            samples.get(bout.behaviour())
                    .set((int) bout.range().from(), (int) bout.range().to());
        }

        void clear(SampleRange range) {
            samples.values().forEach(layer -> layer.clear((int) range.from(), (int) range.to()));
        }

        void apply(LabelEdit edit) {
            switch (edit) {
                case Label(SampleRange range, String behaviour) ->
                    samples.get(behaviour).set((int) range.from(), (int) range.to());
                case Erase(SampleRange range) -> clear(range);
                case Relabel(SampleRange range, String behaviour) -> {
                    var any = new BitSet();
                    samples.values().forEach(any::or);
                    any.and(filled(range));
                    clear(range);
                    samples.get(behaviour).or(any);
                }
                case Restore(SampleRange range, List<Bout> bouts) -> {
                    clear(range);
                    bouts.forEach(this::set);
                }
                case MoveBorder(long border, long to) -> move((int) border, (int) to);
                case LabelFrom _, Swap _, Remark _ -> throw new IllegalArgumentException(edit.toString());
            }
        }

        /** Each behaviour that ends there grows or shrinks to the new place, and likewise each that begins there. */
        private void move(int border, int to) {
            for (BitSet layer : samples.values()) {
                boolean before = border > 0 && layer.get(border - 1);
                boolean after = layer.get(border);
                if (before && !after) {
                    int start = layer.previousClearBit(border - 1) + 1;
                    layer.clear(start, border);
                    layer.set(start, Math.max(start, to));
                } else if (after && !before) {
                    int end = layer.nextClearBit(border);
                    layer.clear(border, end);
                    layer.set(Math.min(to, end), end);
                }
            }
        }

        private static BitSet filled(SampleRange range) {
            var bits = new BitSet();
            bits.set((int) range.from(), (int) range.to());
            return bits;
        }
    }

    private static LabelTrack someTrack(Random random) {
        var track = LabelTrack.empty("test");
        for (int i = 0; i < 15; i++) {
            track = track.apply(Tracks.randomEdit(random, track, LENGTH, BEHAVIOURS));
        }
        return track;
    }

    private static List<String> samples(LabelTrack track) {
        var samples = new String[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            samples[i] = track.boutAt(i).map(Bout::behaviour).orElse("");
        }
        return List.of(samples);
    }

    private static void assertCanonical(LabelTrack track) {
        var bouts = track.bouts();
        for (int i = 1; i < bouts.size(); i++) {
            var left = bouts.get(i - 1);
            var right = bouts.get(i);
            assertTrue(
                    left.range().to() < right.range().from()
                            || (left.range().to() == right.range().from()
                                    && !left.behaviour().equals(right.behaviour())),
                    () -> left + " and " + right);
        }
    }

    /** What each edit means, said for an array with one behaviour (or an empty text) per sample. */
    private static void editSampleBySample(String[] samples, LabelEdit edit) {
        switch (edit) {
            case Label(SampleRange range, String behaviour) -> fill(samples, range.from(), range.to(), behaviour);
            case Erase(SampleRange range) -> fill(samples, range.from(), range.to(), "");
            case LabelFrom(long cursor, long _, String behaviour) -> labelFrom(samples, (int) cursor, behaviour);
            case MoveBorder(long border, long to) -> {
                var growing = to > border ? at(samples, border - 1) : at(samples, border);
                fill(samples, Math.min(border, to), Math.max(border, to), growing);
            }
            case Relabel(SampleRange range, String behaviour) -> {
                for (int i = (int) range.from(); i < range.to(); i++) {
                    samples[i] = samples[i].isEmpty() ? "" : behaviour;
                }
            }
            case Restore(SampleRange range, List<Bout> bouts) -> {
                fill(samples, range.from(), range.to(), "");
                bouts.forEach(b -> fill(samples, b.range().from(), b.range().to(), b.behaviour()));
            }
            case Swap(List<Bout> gone, List<Bout> come) -> {
                gone.forEach(b -> fill(samples, b.range().from(), b.range().to(), ""));
                come.forEach(b -> fill(samples, b.range().from(), b.range().to(), b.behaviour()));
            }
            case Remark _ -> {}
        }
    }

    private static void labelFrom(String[] samples, int cursor, String behaviour) {
        var before = samples[cursor];
        for (int i = cursor; i < samples.length && samples[i].equals(before); i++) {
            samples[i] = behaviour;
        }
    }

    private static String at(String[] samples, long sample) {
        return sample < 0 || sample >= samples.length ? "" : samples[(int) sample];
    }

    private static void fill(String[] samples, long from, long to, String behaviour) {
        Arrays.fill(samples, (int) from, (int) to, behaviour);
    }
}
