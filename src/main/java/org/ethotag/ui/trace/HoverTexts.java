package org.ethotag.ui.trace;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ethotag.label.Bout;
import org.ethotag.label.LabelTrack;
import org.ethotag.ui.control.Texts;

/** What a bubble at the mouse says about a bout or a gap. */
final class HoverTexts {
    private static final double GAP_REACH = 5;

    private final TraceViewModel model;

    HoverTexts(TraceViewModel model) {
        this.model = model;
    }

    String nameOf(String code) {
        var behaviour = model.behavioursProperty().get().get(code);
        return behaviour == null ? code : behaviour.name();
    }

    /** The gap whose place on the screen is near {@code x}, in words; empty if there is none. */
    String gapAt(TraceSource source, TraceViewport view, double x) {
        var locale = Locale.getDefault(Locale.Category.FORMAT);
        int stretch = source.stretches().isEmpty() ? 0 : source.stretchAt(view.sampleAt(x));
        for (int i = Math.max(1, stretch); i < Math.min(source.stretches().size(), stretch + 2); i++) {
            long border = source.stretches().get(i).from();
            if (Math.abs(view.xOfSample(border) - x) <= GAP_REACH) {
                var jump = Duration.between(
                        source.time().timeOf(border - 1), source.time().timeOf(border));
                return jump.isNegative()
                        ? Texts.of("trace.backwards", TimeTexts.duration(jump.negated(), locale))
                        : Texts.of("trace.gap", TimeTexts.duration(jump, locale));
            }
        }
        return "";
    }

    /** The bout of a ribbon, with its track if that is another one than is edited, and what was noted there. */
    String ribbon(TraceSource source, long sample, Optional<Bout> bout, Optional<LabelTrack> track) {
        var here = bout.map(b -> bout(source, b)).orElse(Texts.of("trace.unlabelled"));
        boolean other =
                track.isPresent() && !track.get().equals(model.trackProperty().get());
        return Stream.concat(
                        Stream.of(other ? track.get().name() + ": " + here : here),
                        track.stream()
                                .flatMap(t -> t.comments().stream()
                                        .filter(c -> c.range().contains(sample))
                                        .map(c -> "\u201c" + c.text() + "\u201d")))
                .collect(Collectors.joining("\n"));
    }

    private String bout(TraceSource source, Bout bout) {
        var locale = Locale.getDefault(Locale.Category.FORMAT);
        var range = bout.range();
        return Texts.of(
                "trace.bout",
                nameOf(bout.behaviour()),
                TimeTexts.duration(source.rate().durationOf(range.length()), locale),
                TimeTexts.full(source.time().timeOf(range.from()), source.zone(), locale));
    }
}
