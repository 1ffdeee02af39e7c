package org.ethotag.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ethotag.workflow.LayerTable;
import org.ethotag.workflow.LayerTable.Layer;

/** The cost of fixed point as people and as scripts read it. */
final class LayersReport {
    private LayersReport() {}

    static List<Map<String, Object>> document(LayerTable table) {
        return table.layers().stream().map(LayersReport::document).toList();
    }

    private static Map<String, Object> document(Layer layer) {
        var document = new LinkedHashMap<String, Object>();
        document.put("layer", layer.name());
        document.put("format", layer.format());
        document.put("values", layer.values());
        document.put("lowest", layer.lowest());
        document.put("highest", layer.highest());
        document.put("rangeUsed", layer.rangeUsed());
        document.put("saturations", layer.saturations());
        document.put("sqnrDb", layer.sqnrDb());
        document.put("largestError", layer.largestError());
        document.put("meanError", layer.meanError());
        return document;
    }

    static String table(LayerTable layers) {
        var table = new TextTable(
                "layer", "format", "lowest", "highest", "range used", "saturated", "SQNR dB", "largest error");
        for (Layer layer : layers.layers()) {
            table.row(
                    layer.name(),
                    layer.format(),
                    number("%.3f", layer.lowest()),
                    number("%.3f", layer.highest()),
                    number("%.0f %%", 100 * layer.rangeUsed()),
                    String.valueOf(layer.saturations()),
                    number("%.1f", layer.sqnrDb()),
                    number("%.2e", layer.largestError()));
        }
        return table
                + number("Same class as the float student in %.2f %%", 100 * layers.agreement())
                + " of " + layers.windows() + " windows." + System.lineSeparator();
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
