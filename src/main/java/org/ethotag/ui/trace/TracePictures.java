package org.ethotag.ui.trace;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.ethotag.job.Job;
import org.ethotag.job.JobState;
import org.ethotag.signal.Quantity;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.Spectrogram;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.job.LatestWins;
import org.ethotag.ui.trace.tile.TileKey;
import org.ethotag.ui.trace.tile.TileLoader;
import org.jspecify.annotations.Nullable;

/**
 * Has the pictures of what is in sight made in the background, and then those of what may be in sight next: the screens
 * on both sides and the zooms beside this one. FX thread only.
 */
final class TracePictures {
    /** Coarse enough not to be computed again for every pixel of a drag. */
    private static final int SPECTRA_PER_SCREEN = 600;

    private static final int OVERVIEW_COLUMNS = 200;
    private static final List<Quantity> AXES = List.of(Quantity.X, Quantity.Y, Quantity.Z);

    private final TileLoader loader;
    private final LatestWins spectra;
    private final Consumer<Throwable> problems;
    private final ReadOnlyLongWrapper arrivals = new ReadOnlyLongWrapper();
    private final SpectrogramImage image = new SpectrogramImage();
    private @Nullable TraceSource scaledFor;
    private @Nullable SpectrumWish wish;
    private DecibelScale scale = DecibelScale.UNKNOWN;

    /** What of a recording a spectrogram is wanted of. */
    private record SpectrumWish(TraceSource source, double from, double samplesPerColumn, int columns) {}

    private record Made(Spectrogram spectrogram, DecibelScale scale) {}

    /** @param problems told of pictures that cannot be made */
    TracePictures(Jobs jobs, Consumer<Throwable> problems) {
        this.problems = problems;
        this.loader = new TileLoader(jobs, this::arrived, problems);
        this.spectra = new LatestWins(jobs.quiet());
    }

    private void arrived() {
        arrivals.set(arrivals.get() + 1);
    }

    /** Changes whenever there is more to draw. */
    ReadOnlyLongProperty arrivalsProperty() {
        return arrivals.getReadOnlyProperty();
    }

    SpectrogramImage spectrogram() {
        return image;
    }

    /** Stops making pictures, before a recording is closed. */
    void clear() {
        loader.cancel();
        spectra.cancel();
        wish = null;
        scaledFor = null;
    }

    /**
     * Asks for what a view needs.
     *
     * @param columns of the screen
     * @param cursor sample whose values are told
     */
    void want(TraceSource source, TraceViewport view, List<Lane> lanes, int columns, long cursor) {
        double perColumn = view.samplesPerPixel() * view.width() / columns;
        int level = source.tiles().levelFor(perColumn);
        var now = view.visible();
        var wanted = new LinkedHashSet<TileKey>();
        var quantities =
                lanes.stream().flatMap(lane -> lane.quantity().stream()).toList();
        if (source.length() > 0) {
            add(wanted, source, all(quantities), 0, new SampleRange(cursor, cursor + 1));
        }
        add(wanted, source, quantities, level, now);
        var whole = new SampleRange(0, source.length());
        int mapLevel = source.tiles().levelFor(Math.max(1, source.length()) / (double) columns);
        add(wanted, source, AXES, mapLevel, whole);
        add(wanted, source, quantities, level, shifted(now, now.length(), source.length()));
        add(wanted, source, quantities, level, shifted(now, -now.length(), source.length()));
        add(wanted, source, quantities, level - 1, now);
        add(wanted, source, quantities, level + 1, now);
        loader.want(source.tiles(), List.copyOf(wanted), Texts.of("trace.drawing"));
        if (lanes.contains(Lane.SPECTROGRAM)) {
            wantSpectrum(source, view);
        }
    }

    /** The axes too, whose values stand above the lanes. */
    private static List<Quantity> all(List<Quantity> shown) {
        var all = new ArrayList<>(AXES);
        shown.stream().filter(quantity -> !quantity.isAxis()).forEach(all::add);
        return all;
    }

    private static void add(
            Set<TileKey> wanted, TraceSource source, List<Quantity> quantities, int level, SampleRange range) {
        for (var quantity : quantities) {
            wanted.addAll(source.tiles().missing(quantity, level, range));
        }
    }

    private static SampleRange shifted(SampleRange range, long by, long length) {
        long from = Math.clamp(range.from() + by, 0, length);
        return new SampleRange(from, Math.clamp(range.to() + by, from, length));
    }

    private void wantSpectrum(TraceSource source, TraceViewport view) {
        double perColumn = view.width() * view.samplesPerPixel() / SPECTRA_PER_SCREEN;
        double from = Math.floor(view.from() / perColumn) * perColumn;
        var wanted = new SpectrumWish(source, from, perColumn, SPECTRA_PER_SCREEN + 1);
        if (wanted.equals(wish)) {
            return;
        }
        wish = wanted;
        var known = source.equals(scaledFor) ? scale : DecibelScale.UNKNOWN;
        boolean measure = !source.equals(scaledFor);
        Job<Made> job = monitor -> {
            var made = compute(wanted, monitor::cancelled);
            monitor.checkCancelled();
            return new Made(made, measure ? DecibelScale.of(overview(source)) : known);
        };
        spectra.<Made>start(Texts.of("trace.drawing"), job, state -> {
            if (state instanceof JobState.Succeeded<Made>(Made made)) {
                scale = made.scale();
                scaledFor = source;
                image.show(made.spectrogram(), scale, source.rate());
                arrived();
            } else if (state instanceof JobState.Failed<Made>(Throwable cause)) {
                problems.accept(cause);
            }
        });
    }

    private static Spectrogram compute(SpectrumWish wish, BooleanSupplier cancelled) {
        var source = wish.source();
        var plan = Spectrogram.Plan.of(source.rate(), wish.samplesPerColumn(), wish.columns());
        return Spectrogram.of(
                source.derivation(),
                source.rate(),
                wish.from(),
                wish.samplesPerColumn(),
                wish.columns(),
                plan,
                cancelled);
    }

    private static Spectrogram overview(TraceSource source) {
        double perColumn = Math.max(1, source.length()) / (double) OVERVIEW_COLUMNS;
        return compute(new SpectrumWish(source, 0, perColumn, OVERVIEW_COLUMNS), () -> false);
    }
}
