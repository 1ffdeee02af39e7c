package org.ethotag.quantization.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ethotag.quantization.GraphEdge;

/** Collects what an {@link EdgeReport} says, column by column of time. */
final class EdgeTally {
    private final GraphEdge edge;
    private final List<ErrorTally> columns;

    /** @param columns how many columns of time there are; 1 for what is computed once a window */
    EdgeTally(GraphEdge edge, int columns) {
        this.edge = edge;
        this.columns = Stream.generate(ErrorTally::new).limit(columns).toList();
    }

    void add(int column, int integer, double exact) {
        columns.get(column).add(edge.format().toReal(integer), exact);
    }

    void addSaturations(int column, long more) {
        columns.get(column).addSaturations(more);
    }

    EdgeReport report() {
        var all = new ErrorTally();
        columns.forEach(all::add);
        var steps = new ArrayList<ErrorSummary>();
        if (columns.size() > 1) {
            columns.forEach(column -> steps.add(column.summary()));
        }
        return new EdgeReport(edge, all.summary(), steps);
    }
}
