package org.ethotag.cli;

import org.ethotag.recording.reading.ImportSettings;
import picocli.CommandLine.Option;

/** How a raw file is read; what is not said is guessed, and the report tells the guess. */
final class RawFileOptions {
    @Option(names = "--rate", paramLabel = "HZ", description = "Samples per second, if the file has no times.")
    private double rate;

    @Option(
            names = "--columns",
            paramLabel = "t=..,x=..,..",
            description =
                    "Columns for t, x, y, z and label: names of the header, or numbers from 1; t=DATE+TIME for two.")
    private String columns = "";

    @Option(
            names = "--unit",
            description = "g, mg, ms2, or counts:N for N counts per g, or counts:N@Z with Z counts at 0 g.")
    private String unit = "";

    @Option(names = "--zone", description = "Zone of local times, for example America/Santiago.")
    private String zone = "";

    @Option(names = "--start", description = "Time of the first sample, if the file has no times.")
    private String start = "";

    @Option(names = "--delimiter", description = "One character, or tab.")
    private String delimiter = "";

    @Option(names = "--decimal", description = "The decimal mark, . or ,")
    private String decimal = "";

    ImportSettings settings(String animal, String tag, String namePattern) {
        return new ImportSettings(animal, tag, columns, unit, zone, rate, start, namePattern, delimiter, decimal);
    }
}
