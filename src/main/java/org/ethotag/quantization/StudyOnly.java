package org.ethotag.quantization;

import java.util.ArrayList;
import java.util.List;

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
        if (graph.hidden().arithmetic().activationBits() != Short.SIZE) {
            reasons.add("the perceptron's values have "
                    + graph.hidden().arithmetic().activationBits() + " bits instead of 16");
        }
        tables(graph, reasons);
        if (gru.arithmetic().rounding() != Rounding.HALF_UP
                || graph.hidden().arithmetic().rounding() != Rounding.HALF_UP) {
            reasons.add("it truncates where a tag rounds");
        }
        return List.copyOf(reasons);
    }

    private static void weights(QuantizedGraph graph, List<String> reasons) {
        int gru = graph.gru().arithmetic().weightBits();
        int hidden = graph.hidden().arithmetic().weightBits();
        int output = graph.output().arithmetic().weightBits();
        if (gru != hidden || gru != output) {
            reasons.add("its layers have weights of " + gru + ", " + hidden + " and " + output + " bits");
        } else if (gru != Byte.SIZE && gru != Short.SIZE) {
            reasons.add("its weights have " + gru + " bits instead of 8 or 16");
        }
        if (!graph.gru().gates().stream().allMatch(GateWeights::hasOneScale)
                || !graph.hidden().hasOneScale()
                || !graph.output().hasOneScale()) {
            reasons.add("its rows have scales of their own");
        }
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
