package org.ethotag.quantization;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the arithmetic of a tag does not know, and no model blob carries therefore (fixed-point 5). */
final class StudyOnly {
    private StudyOnly() {}

    static List<String> reasons(QuantizedGraph graph) {
        var reasons = new ArrayList<String>();
        weights(graph, reasons);
        var gru = graph.gru();
        if (gru.stateBits() != Short.SIZE) {
            reasons.add("the state has " + gru.stateBits() + " bits instead of 16");
        }
        if (gru.arithmetic().activationBits() != Short.SIZE) {
            reasons.add("the gates have " + gru.arithmetic().activationBits() + " bits instead of 16");
        }
        graph.front().stream()
                .map(layer -> layer.arithmetic().activationBits())
                .filter(bits -> bits != Short.SIZE)
                .forEach(bits -> reasons.add("the input perceptron's values have " + bits + " bits instead of 16"));
        if (graph.hidden().arithmetic().activationBits() != Short.SIZE) {
            reasons.add("the perceptron's values have "
                    + graph.hidden().arithmetic().activationBits() + " bits instead of 16");
        }
        tables(graph, reasons);
        if (gru.arithmetic().rounding() != Rounding.HALF_UP
                || graph.front().stream().anyMatch(layer -> layer.arithmetic().rounding() != Rounding.HALF_UP)
                || graph.hidden().arithmetic().rounding() != Rounding.HALF_UP) {
            reasons.add("it truncates where a tag rounds");
        }
        return List.copyOf(reasons);
    }

    private static void weights(QuantizedGraph graph, List<String> reasons) {
        int gru = graph.gru().arithmetic().weightBits();
        var bits = widths(graph);
        if (bits.stream().distinct().count() > 1) {
            String first =
                    bits.stream().limit(bits.size() - 1L).map(String::valueOf).collect(Collectors.joining(", "));
            reasons.add("its layers have weights of " + first + " and " + bits.getLast() + " bits");
        } else if (gru != Byte.SIZE && gru != Short.SIZE) {
            reasons.add("its weights have " + gru + " bits instead of 8 or 16");
        }
        if (!graph.gru().gates().stream().allMatch(GateWeights::hasOneScale)
                || !graph.front().stream().allMatch(QuantizedDense::hasOneScale)
                || !graph.hidden().hasOneScale()
                || !graph.output().hasOneScale()) {
            reasons.add("its rows have scales of their own");
        }
    }

    /** Of the weights of every layer, in the order of the computation. */
    private static List<Integer> widths(QuantizedGraph graph) {
        var widths = new ArrayList<Integer>();
        graph.front().forEach(layer -> widths.add(layer.arithmetic().weightBits()));
        widths.add(graph.gru().arithmetic().weightBits());
        widths.add(graph.hidden().arithmetic().weightBits());
        widths.add(graph.output().arithmetic().weightBits());
        return widths;
    }

    private static void tables(QuantizedGraph graph, List<String> reasons) {
        var table = graph.sigmoid();
        int cells = table.cells();
        if (cells != LookupTable.CELLS) {
            reasons.add("its tables have " + cells + " cells instead of " + LookupTable.CELLS);
        }
        if (!table.isInterpolated()) {
            reasons.add("its tables are read without interpolation");
        }
    }
}
