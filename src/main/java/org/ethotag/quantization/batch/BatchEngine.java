package org.ethotag.quantization.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.ethotag.job.JobMonitor;
import org.ethotag.language.Messages;
import org.ethotag.quantization.InputConditioning;
import org.ethotag.quantization.IntegerEngine;
import org.ethotag.quantization.LookupTable;
import org.ethotag.quantization.QuantizedDense;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.quantization.QuantizedGru;
import org.ethotag.quantization.SensorScale;
import org.jspecify.annotations.Nullable;

/**
 * Asks quantized graphs about the same windows again and again, many windows side by side, with exactly the integers of
 * {@link IntegerEngine}. It uses every core, and it keeps what a change of settings left alone:
 *
 * <ul>
 *   <li>conditioned inputs, for the sensor and conditioning that were asked for last: 8 bytes per sample, 20 MB for 10,000
 *       windows of 256 samples, at most 128 MB;
 *   <li>states at the end of the windows for the recurrent layers and tables that were asked for last: 2 bytes per unit,
 *       640 KB for 10,000 windows and 32 units, at most 32 MB. A graph with another perceptron alone costs no step of the
 *       recurrent layer.
 * </ul>
 *
 * Threads that ask at the same time wait for each other; one that is cancelled makes room within some samples.
 */
public final class BatchEngine {
    private static final long MOST_STATE_BYTES = 32L << 20;

    private final WindowSource source;
    private final LinkedHashMap<Recurrent, LaneStates> states = new LinkedHashMap<>();
    private @Nullable LaneInputs inputs;

    /** @param source must not change while this engine lives */
    public BatchEngine(WindowSource source) {
        this.source = source;
    }

    /** All that the states depend on. */
    private record Recurrent(
            SensorScale sensor,
            InputConditioning conditioning,
            List<QuantizedDense> front,
            QuantizedGru gru,
            LookupTable sigmoid,
            LookupTable tanh) {
        static Recurrent of(QuantizedGraph graph) {
            return new Recurrent(
                    graph.sensor(), graph.conditioning(), graph.front(), graph.gru(), graph.sigmoid(), graph.tanh());
        }
    }

    /**
     * Logits and states of all windows.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public synchronized BatchAnswers run(QuantizedGraph graph, JobMonitor monitor) {
        var key = Recurrent.of(graph);
        var found = states.remove(key);
        if (found == null) {
            found = states(graph, monitor);
        }
        keep(key, found);
        return answers(graph, found);
    }

    private LaneStates states(QuantizedGraph graph, JobMonitor monitor) {
        var seen = inputs;
        if (seen == null || !seen.suit(graph)) {
            seen = new LaneInputs(source, graph);
            inputs = seen;
        }
        return new LaneStates(
                blocks(seen, new LaneGru(graph), monitor),
                graph.gru().hidden(),
                graph.gru().stateBits());
    }

    /** Blocks go to the common pool of the Java runtime, which has a thread per core; this thread waits and helps. */
    private List<short[]> blocks(LaneInputs seen, LaneGru gru, JobMonitor monitor) {
        int blocks = Math.ceilDiv(source.size(), LaneMatrix.LANES);
        var done = new AtomicInteger();
        String doing = Messages.text(JobMonitor.TEXTS, "running.integers");
        return IntStream.range(0, blocks)
                .parallel()
                .mapToObj(block -> {
                    monitor.checkCancelled();
                    short[] state = gru.run(seen.block(block), monitor);
                    monitor.progress((double) done.incrementAndGet() / blocks, doing);
                    return state;
                })
                .toList();
    }

    private BatchAnswers answers(QuantizedGraph graph, LaneStates found) {
        var head = new LaneHead(graph);
        int[][] logits = new int[source.size()][];
        for (int window = 0; window < logits.length; window++) {
            logits[window] = head.logits(found, window);
        }
        return new BatchAnswers(logits, found);
    }

    /** The one asked for last is the last to go. */
    private void keep(Recurrent key, LaneStates found) {
        states.put(key, found);
        long bytes = states.values().stream().mapToLong(LaneStates::bytes).sum();
        var oldest = states.entrySet().iterator();
        while (bytes > MOST_STATE_BYTES && oldest.hasNext()) {
            bytes -= oldest.next().getValue().bytes();
            oldest.remove();
        }
    }
}
