package org.ethotag.ui.quantization;

import java.util.Map;
import org.ethotag.quantization.EdgeName;
import org.ethotag.quantization.QuantizedGraph;

/** Where the edges of the graph stand in its drawing: columns and rows of boxes, read from top to bottom. */
final class GraphLayout {
    /**
     * A box.
     *
     * @param column 0 to 5, may lie between two
     * @param row 0 at the top
     */
    record Place(double column, double row) {}

    static final int COLUMNS = 6;
    private static final int ROWS = 11;

    /** The state of the step before; the state itself is further down. */
    private static final Place STATE_BEFORE = new Place(3.5, 1);
    /** Rows that an input perceptron takes, between the input and the gates. */
    private static final int FRONT_ROWS = 2;

    private static final int FIRST_GATE_ROW = 2;

    private static final Map<EdgeName, Place> PLACES = Map.ofEntries(
            Map.entry(EdgeName.RAW, new Place(1.5, 0)),
            Map.entry(EdgeName.X, new Place(1.5, 1)),
            Map.entry(EdgeName.FRONT_SUM, new Place(1.5, 2)),
            Map.entry(EdgeName.FRONT, new Place(1.5, 3)),
            Map.entry(EdgeName.INPUT_RESET, new Place(0, 2)),
            Map.entry(EdgeName.RECURRENT_RESET, new Place(1, 2)),
            Map.entry(EdgeName.INPUT_UPDATE, new Place(2, 2)),
            Map.entry(EdgeName.RECURRENT_UPDATE, new Place(3, 2)),
            Map.entry(EdgeName.INPUT_NEW, new Place(4, 2)),
            Map.entry(EdgeName.RECURRENT_NEW, new Place(5, 2)),
            Map.entry(EdgeName.PRE_RESET, new Place(0.5, 3)),
            Map.entry(EdgeName.PRE_UPDATE, new Place(2.5, 3)),
            Map.entry(EdgeName.NEW_RECURRENT, new Place(5, 3)),
            Map.entry(EdgeName.RESET, new Place(0.5, 4)),
            Map.entry(EdgeName.UPDATE, new Place(2.5, 4)),
            Map.entry(EdgeName.PRE_NEW, new Place(4.5, 5)),
            Map.entry(EdgeName.NEW, new Place(4.5, 6)),
            Map.entry(EdgeName.HIDDEN, new Place(2.5, 7)),
            Map.entry(EdgeName.PERCEPTRON_SUM, new Place(2.5, 8)),
            Map.entry(EdgeName.PERCEPTRON, new Place(2.5, 9)),
            Map.entry(EdgeName.LOGIT_SUM, new Place(1, 10)),
            Map.entry(EdgeName.LOGITS, new Place(2.5, 10)));

    private final int frontRows;

    /** The places of a graph's edges. */
    GraphLayout(QuantizedGraph graph) {
        frontRows = graph.has(EdgeName.FRONT) ? FRONT_ROWS : 0;
    }

    int rows() {
        return ROWS + frontRows;
    }

    Place of(EdgeName edge) {
        var place = PLACES.get(edge);
        if (place == null) {
            throw new IllegalArgumentException("no place for " + edge);
        }
        boolean isAbove = place.row() < FIRST_GATE_ROW || edge == EdgeName.FRONT_SUM || edge == EdgeName.FRONT;
        return isAbove ? place : lowered(place);
    }

    /** Where the state of the step before stands. */
    Place stateBefore() {
        return lowered(STATE_BEFORE);
    }

    /** Where a node reads an edge: the state is read where the step before left it, but by the perceptron. */
    Place read(EdgeName input, EdgeName output) {
        return input == EdgeName.HIDDEN && output.compareTo(EdgeName.HIDDEN) <= 0 ? stateBefore() : of(input);
    }

    private Place lowered(Place place) {
        return new Place(place.column(), place.row() + frontRows);
    }
}
