package org.ethotag.cli;

import java.util.Map;
import org.ethotag.workflow.sweep.SweepResult;
import org.ethotag.workflow.sweep.SweepTable;

/** A sweep as people and as scripts read it. */
final class SweepReport {
    private SweepReport() {}

    /** Adds it to a document. */
    static void document(SweepResult result, Map<String, Object> document) {
        document.put("protocol", result.protocol());
        document.put("cells", SweepTable.document(result));
        document.put("verdicts", result.verdicts());
    }

    /** The table, and what may be said. */
    static String words(SweepResult result) {
        var table = new TextTable(SweepTable.columns(result).toArray(String[]::new));
        SweepTable.rows(result).forEach(table::row);
        return table
                + System.lineSeparator()
                + String.join(System.lineSeparator(), result.verdicts())
                + System.lineSeparator();
    }
}
