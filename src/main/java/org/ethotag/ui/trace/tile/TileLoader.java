package org.ethotag.ui.trace.tile;

import java.util.List;
import java.util.function.Consumer;
import org.ethotag.job.Job;
import org.ethotag.job.JobState;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.job.LatestWins;

/**
 * Has tiles made in the background: the newest wish replaces an older one between two tiles, and what was made stays.
 * FX thread only.
 */
public final class TileLoader {
    private final LatestWins latest;
    private final Runnable arrived;
    private final Consumer<Throwable> failed;
    private List<TileKey> wanted = List.of();

    /**
     * @param arrived called when there are new tiles
     * @param failed told why none came, once for each wish
     */
    public TileLoader(Jobs jobs, Runnable arrived, Consumer<Throwable> failed) {
        this.failed = failed;
        this.latest = new LatestWins(jobs.quiet());
        this.arrived = arrived;
    }

    /** Makes tiles in this order. */
    public void want(TilePyramid pyramid, List<TileKey> keys, String name) {
        if (keys.isEmpty() || keys.equals(wanted)) {
            return;
        }
        wanted = keys;
        Job<Integer> making = monitor -> {
            for (int i = 0; i < keys.size(); i++) {
                pyramid.make(keys.get(i), monitor);
                monitor.progress((double) (i + 1) / keys.size(), name);
            }
            return keys.size();
        };
        latest.<Integer>start(name, making, state -> {
            switch (state) {
                case JobState.Running<Integer>(double fraction, String _) when fraction < 0 -> {}
                case JobState.Running<Integer> _ -> arrived.run();
                case JobState.Succeeded<Integer> _, JobState.Cancelled<Integer> _ -> {
                    wanted = List.of();
                    arrived.run();
                }
                case JobState.Failed<Integer>(Throwable cause) -> failed.accept(cause); // not asked for again
                case JobState.Idle<Integer> _ -> {}
            }
        });
    }

    /** Stops what is under way. */
    public void cancel() {
        wanted = List.of();
        latest.cancel();
    }
}
