package org.ethotag.quantization.batch;

import java.util.List;
import java.util.stream.Stream;
import org.ethotag.job.JobMonitor;
import org.ethotag.quantization.FixedPoint;
import org.ethotag.quantization.Gate;
import org.ethotag.quantization.GateWeights;
import org.ethotag.quantization.IntegerEngine;
import org.ethotag.quantization.LookupTable;
import org.ethotag.quantization.QuantizedDense;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.quantization.QuantizedGru;
import org.ethotag.signal.Samples;

/**
 * The recurrent layer, and an input perceptron in front of it, over a block of windows side by side, with the integers of
 * {@link IntegerEngine}. States are kept aligned to 16 bits; the functions are tables of every argument. Immutable: several threads may share one.
 */
final class LaneGru {
    private static final int LANES = LaneMatrix.LANES;
    /** A cancel is noticed after so many samples. */
    private static final int STEPS_PER_CHECK = 8;

    private final List<QuantizedDense> layers;
    private final List<LaneMatrix> front;
    private final QuantizedGru gru;
    private final List<LaneMatrix> input;
    private final List<LaneMatrix> recurrent;
    private final short[] sigmoid;
    private final short[] tanh;

    LaneGru(QuantizedGraph graph) {
        this.layers = graph.front();
        this.gru = graph.gru();
        front = layers.stream()
                .map(layer -> new LaneMatrix(layer.weights(), layer.bias()))
                .toList();
        input = gates(gate -> new LaneMatrix(gate.input(), gate.inputBias()));
        recurrent = gates(gate -> new LaneMatrix(gate.recurrent(), gate.recurrentBias()));
        sigmoid = everyArgument(graph.sigmoid());
        tanh = everyArgument(graph.tanh());
    }

    private interface Part {
        LaneMatrix of(GateWeights gate);
    }

    private List<LaneMatrix> gates(Part part) {
        return Stream.of(Gate.values()).map(gate -> part.of(gru.gate(gate))).toList();
    }

    private static short[] everyArgument(LookupTable table) {
        short[] values = new short[1 << table.bits()];
        int lowest = -(values.length / 2);
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) table.at(lowest + i);
        }
        return values;
    }

    /**
     * The states at the end of the windows, aligned to 16 bits.
     *
     * @param x conditioned inputs, [sample][pair][window][2]; the second pair is z and 0
     * @return [pair][window][2]
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    short[] run(short[] x, JobMonitor monitor) {
        var work = new Work();
        int perSample = LaneMatrix.PAIR * LaneMatrix.pairs(Samples.AXES) * LANES;
        for (int step = 0; step * perSample < x.length; step++) {
            if (step % STEPS_PER_CHECK == 0) {
                monitor.checkCancelled();
            }
            work.step(x, step * perSample);
        }
        return work.state;
    }

    /** What one thread needs for one block. */
    private final class Work {
        private final int gateBits = gru.arithmetic().activationBits();
        private final int half = 1 << (gateBits - 1);
        private final int[] inputSum = new int[LANES];
        private final int[] recurrentSum = new int[LANES];
        private final int[] argument = new int[LANES];
        private final int[] reset = new int[LANES];
        private final int[] update = new int[LANES];
        private final LaneFront seen = LaneFront.of(layers, front);
        private final short[] room =
                new short[Math.max(input.getFirst().room(), recurrent.getFirst().room())];
        private short[] state = new short[gru.hidden() * LANES];
        private short[] next = new short[gru.hidden() * LANES];

        void step(short[] x, int from) {
            seen.read(x, from);
            for (int unit = 0; unit < gru.hidden(); unit++) {
                gate(Gate.RESET, unit, reset);
                gate(Gate.UPDATE, unit, update);
                propose(unit);
                blend(unit);
            }
            var old = state;
            state = next;
            next = old;
        }

        private void sums(Gate gate, int unit) {
            input.get(gate.index()).multiply(unit, seen.values(), seen.at(), inputSum, room);
            recurrent.get(gate.index()).multiply(unit, state, 0, recurrentSum, room);
        }

        private void gate(Gate gate, int unit, int[] out) {
            sums(gate, unit);
            int inputShift = gru.gate(gate).inputShifts().at(unit);
            int recurrentShift = gru.gate(gate).recurrentShifts().at(unit);
            addShifted(inputSum, inputShift, recurrentSum, recurrentShift, half, argument);
            lookUp(sigmoid, argument, out);
        }

        /** Leaves the place of the new state's argument in its table in {@link #argument}. */
        private void propose(int unit) {
            sums(Gate.NEW, unit);
            var gate = gru.gate(Gate.NEW);
            limit(recurrentSum, gate.recurrentShifts().at(unit), half);
            int shift = gru.productShift();
            int constant = gru.arithmetic().rounding().constant(shift);
            scaleAndAdd(inputSum, gate.inputShifts().at(unit), reset, recurrentSum, constant, shift, half, argument);
        }

        private void blend(int unit) {
            int gateShift = gateBits - 1;
            var rounding = gru.arithmetic().rounding();
            int stateShift = FixedPoint.alignment(gru.stateBits());
            lookUp(tanh, argument, argument);
            LaneGru.blend(
                    argument,
                    FixedPoint.alignment(gateBits),
                    update,
                    rounding.constant(gateShift),
                    gateShift,
                    rounding.constant(stateShift),
                    stateShift,
                    FixedPoint.largest(gru.stateBits()),
                    state,
                    next,
                    LaneMatrix.index(unit, 0));
        }
    }

    private static void blend(
            int[] proposed,
            int alignment,
            int[] update,
            int gateConstant,
            int gateShift,
            int stateConstant,
            int stateShift,
            int largest,
            short[] state,
            short[] next,
            int from) {
        for (int i = 0; i < LANES; i++) {
            int n = proposed[i] << alignment;
            int v = n + ((update[i] * (state[from + 2 * i] - n) + gateConstant) >> gateShift);
            int h = (v + stateConstant) >> stateShift;
            next[from + 2 * i] = (short) (Math.max(-largest, Math.min(largest, h)) << stateShift);
        }
    }

    private static void addShifted(int[] a, int shiftA, int[] b, int shiftB, int half, int[] out) {
        for (int i = 0; i < LANES; i++) {
            out[i] = Math.max(-half, Math.min(half - 1, (a[i] >> shiftA) + (b[i] >> shiftB))) + half;
        }
    }

    private static void limit(int[] values, int shift, int half) {
        for (int i = 0; i < LANES; i++) {
            values[i] = Math.max(-half, Math.min(half - 1, values[i] >> shift));
        }
    }

    private static void scaleAndAdd(
            int[] a, int shiftA, int[] factor, int[] b, int constant, int shift, int half, int[] out) {
        for (int i = 0; i < LANES; i++) {
            int sum = (a[i] >> shiftA) + ((factor[i] * b[i] + constant) >> shift);
            out[i] = Math.max(-half, Math.min(half - 1, sum)) + half;
        }
    }

    private static void lookUp(short[] table, int[] places, int[] out) {
        for (int i = 0; i < LANES; i++) {
            out[i] = table[places[i]];
        }
    }
}
