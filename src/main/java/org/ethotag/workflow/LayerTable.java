package org.ethotag.workflow;

import java.util.ArrayList;
import java.util.List;
import org.ethotag.dataset.Dataset;
import org.ethotag.quantization.report.EdgeReport;
import org.ethotag.quantization.report.LayerReport;
import org.ethotag.recording.CsvTable;
import org.ethotag.signal.SampleRange;

/**
 * What fixed point cost, as a quantized run writes it down and the command line says it.
 *
 * @param layers in the order of the computation
 * @param flips windows whose class changed
 * @param windows how many windows were compared
 */
public record LayerTable(List<Layer> layers, List<Flip> flips, int windows) {
    private static final List<String> LAYER_HEADER = List.of(
            "layer",
            "format",
            "values",
            "lowest",
            "highest",
            "range used",
            "saturations",
            "SQNR dB",
            "largest error",
            "mean error");
    private static final List<String> FLIP_HEADER = List.of("session", "from", "to", "float", "fixed", "margin");

    public LayerTable {
        layers = List.copyOf(layers);
        flips = List.copyOf(flips);
    }

    /**
     * One edge of the integer graph against the float student.
     *
     * @param name what flows there
     * @param format as people read it
     * @param values how many values were compared
     * @param lowest smallest value seen
     * @param highest largest value seen
     * @param rangeUsed share of the format's range, 0 to 1
     * @param saturations values that were limited
     * @param sqnrDb signal-to-quantization-noise ratio in dB
     * @param largestError largest difference
     * @param meanError mean difference
     */
    public record Layer(
            String name,
            String format,
            long values,
            double lowest,
            double highest,
            double rangeUsed,
            long saturations,
            double sqnrDb,
            double largestError,
            double meanError) {
        static Layer of(EdgeReport report) {
            return new Layer(
                    report.edge().name().title(),
                    report.edge().format().toString(),
                    report.values(),
                    report.lowestSeen(),
                    report.highestSeen(),
                    report.rangeUsed(),
                    report.saturations(),
                    report.sqnrDb(),
                    report.largestError(),
                    report.meanError());
        }

        private List<String> cells() {
            return List.of(
                    name,
                    format,
                    String.valueOf(values),
                    String.valueOf(lowest),
                    String.valueOf(highest),
                    String.valueOf(rangeUsed),
                    String.valueOf(saturations),
                    String.valueOf(sqnrDb),
                    String.valueOf(largestError),
                    String.valueOf(meanError));
        }
    }

    /**
     * A window whose class changed.
     *
     * @param session id of its session
     * @param range where it lies
     * @param floatClass what the float student says
     * @param fixedClass what the integers say
     * @param margin the float student's logit of its class minus its next best one
     */
    public record Flip(String session, SampleRange range, String floatClass, String fixedClass, double margin) {
        private List<String> cells() {
            return List.of(
                    session,
                    String.valueOf(range.from()),
                    String.valueOf(range.to()),
                    floatClass,
                    fixedClass,
                    String.valueOf(margin));
        }
    }

    /** Share of the compared windows with equal class, 0 to 1. */
    public double agreement() {
        return windows == 0 ? 1 : 1 - (double) flips.size() / windows;
    }

    static LayerTable of(LayerReport report, Dataset dataset) {
        var flips = report.disagreements().stream()
                .map(one -> new Flip(
                        dataset.windows().get(one.window()).session(),
                        dataset.windows().get(one.window()).range(),
                        dataset.classes().get(one.floatClass()),
                        dataset.classes().get(one.fixedClass()),
                        one.floatMargin()))
                .toList();
        return new LayerTable(report.edges().stream().map(Layer::of).toList(), flips, report.windows());
    }

    /** The layers as a table. */
    String layersCsv() {
        var rows = new ArrayList<List<String>>();
        rows.add(LAYER_HEADER);
        layers.forEach(layer -> rows.add(layer.cells()));
        return CsvTable.forPeople(rows);
    }

    /** The flips as a table. */
    String flipsCsv() {
        var rows = new ArrayList<List<String>>();
        rows.add(FLIP_HEADER);
        flips.forEach(flip -> rows.add(flip.cells()));
        return CsvTable.forPeople(rows);
    }
}
