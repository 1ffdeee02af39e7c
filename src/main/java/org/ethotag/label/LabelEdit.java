package org.ethotag.label;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ethotag.signal.SampleRange;

/**
 * One change of a label track, as a value: the same list of edits is the undo, the log and what a crash leaves behind.
 * What an edit does depends only on the track it is applied to, so a log can be replayed.
 */
public sealed interface LabelEdit {
    /** All of {@code range} is {@code behaviour}, whatever was there. */
    record Label(SampleRange range, String behaviour) implements LabelEdit {
        public Label {
            Objects.requireNonNull(range, "range");
            Objects.requireNonNull(behaviour, "behaviour");
        }
    }

    /** Nothing is labelled in {@code range}. */
    record Erase(SampleRange range) implements LabelEdit {
        public Erase {
            Objects.requireNonNull(range, "range");
        }
    }

    /**
     * From the cursor on it is {@code behaviour}: to the end of the bout under the cursor, or, where nothing is labelled,
     * to the next bout or the end of the recording.
     *
     * @param cursor first sample that changes, below {@code lengthSamples}
     * @param lengthSamples where the recording ends
     */
    record LabelFrom(long cursor, long lengthSamples, String behaviour) implements LabelEdit {
        public LabelFrom {
            if (cursor < 0 || cursor >= lengthSamples) {
                throw new IllegalArgumentException("sample " + cursor + " is not in 0-" + lengthSamples);
            }
            Objects.requireNonNull(behaviour, "behaviour");
        }
    }

    /**
     * The border at sample {@code border} moves to {@code to}. What lies on the growing side covers what lies between,
     * be it a bout or the absence of one.
     *
     * @param border where a bout begins or ends
     * @param to its new place, 0 or more
     */
    record MoveBorder(long border, long to) implements LabelEdit {
        public MoveBorder {
            if (border < 0 || to < 0) {
                throw new IllegalArgumentException("no border can move from " + border + " to " + to);
            }
        }
    }

    /** What is labelled inside {@code range} becomes {@code behaviour}; what is not stays unlabelled. */
    record Relabel(SampleRange range, String behaviour) implements LabelEdit {
        public Relabel {
            Objects.requireNonNull(range, "range");
            Objects.requireNonNull(behaviour, "behaviour");
        }
    }

    /**
     * Inside {@code range} there are these bouts; where one of them touches an equal one they become one.
     *
     * @param bouts inside {@code range}, in order, without overlap
     */
    record Restore(SampleRange range, List<Bout> bouts) implements LabelEdit {
        public Restore {
            bouts = List.copyOf(bouts);
            long free = range.from();
            for (Bout bout : bouts) {
                if (bout.range().from() < free || bout.range().to() > range.to()) {
                    throw new IllegalArgumentException(bout + " overlaps another or leaves " + range);
                }
                free = bout.range().to();
            }
        }
    }

    /**
     * Some bouts go, others come, and nothing else changes; equal bouts that touch stay two. The inverse of every edit of
     * bouts is one of these.
     *
     * @param gone bouts of the track
     * @param come bouts that fit where those were
     */
    record Swap(List<Bout> gone, List<Bout> come) implements LabelEdit {
        public Swap {
            gone = List.copyOf(gone);
            come = List.copyOf(come);
        }

        /** From the first to the last sample that may change; empty if nothing does. */
        public SampleRange range() {
            long from = Long.MAX_VALUE;
            long to = 0;
            for (Bout bout : Stream.concat(gone.stream(), come.stream()).toList()) {
                from = Math.min(from, bout.range().from());
                to = Math.max(to, bout.range().to());
            }
            return new SampleRange(Math.min(from, to), to);
        }
    }

    /**
     * Some comments go, others come.
     *
     * @param gone comments of the track
     * @param come comments that it does not have
     */
    record Remark(List<Comment> gone, List<Comment> come) implements LabelEdit {
        public Remark {
            gone = List.copyOf(gone);
            come = List.copyOf(come);
        }
    }
}
