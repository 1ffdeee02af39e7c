package org.ethotag.recording.reading;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.RecordingProblem;
import org.ethotag.recording.RecordingStore;
import org.ethotag.signal.SampleRange;
import org.jspecify.annotations.Nullable;

/**
 * Shows what an import would do before it is done. The first part of the file is imported by {@link RecordingImporter}
 * into a folder that is thrown away, so that the preview can say nothing but what the import will say.
 */
public final class PreviewReader {
    private static final MathContext RATE_DIGITS = new MathContext(6);
    private static final int MOST_ROWS = 40;
    private static final int MOST_SAMPLES = 60_000;
    /** Animals are asked for beside the preview; it needs some name. */
    private static final String SOMEBODY = "preview";

    private final Path file;
    private final ImportSettings settings;

    private PreviewReader(Path file, ImportSettings settings) {
        this.file = file;
        this.settings = settings.withAnimal(SOMEBODY).withNamePattern("");
    }

    /**
     * Previews a file. What is wrong with the file or the settings is part of the answer.
     *
     * @throws ProblemException if the file cannot be opened at all
     */
    public static ImportPreview of(Path file, ImportSettings settings, JobMonitor monitor) {
        RawFile.check(file);
        return new PreviewReader(file, settings).read(monitor);
    }

    private ImportPreview read(JobMonitor monitor) {
        try {
            var order = ImportOrder.of(file, settings);
            var device = DeviceFormats.of(order, settings);
            if (device.isPresent()) {
                return new ImportPreview(
                        device.get().title(),
                        0,
                        List.of(),
                        List.of(),
                        "",
                        List.of(),
                        new float[3][0],
                        0,
                        "",
                        List.of());
            }
        } catch (ProblemException failure) {
            return text(ImportOrder.of(file, ImportSettings.guessed().withAnimal(SOMEBODY)), monitor, failure);
        }
        return text(ImportOrder.of(file, settings), monitor, null);
    }

    private ImportPreview text(ImportOrder order, JobMonitor monitor, @Nullable ProblemException before) {
        var guesses = new ArrayList<Guess>();
        var texts = new Findings();
        CsvLayout layout;
        List<String> lines;
        try {
            lines = ImportPlan.firstLines(file);
            layout = ImportPlan.layout(lines, settings);
        } catch (ProblemException failure) {
            return new ImportPreview(
                    "", 0, List.of(), List.of(), "", guesses, new float[3][0], 0, lines(failure), List.of());
        }
        explain(guesses, texts, layout);
        var roles = new ArrayList<ColumnRoles>();
        try {
            if (layout.rows().isEmpty()) {
                throw new ProblemException(RecordingProblem.ONLY_HEADER, file);
            }
            roles.add(ColumnRoles.of(file, layout, settings.columns()));
            explain(guesses, texts, layout, order, roles.getFirst());
        } catch (ProblemException _) {
            // the import of the first part says it better, with its line
        }
        var columns = roles.isEmpty() ? "" : roles.getFirst().option(layout);
        var rows = layout.rows().stream()
                .filter(row -> row.size() > 1)
                .limit(MOST_ROWS)
                .toList();
        return imported(
                lines,
                monitor,
                before,
                new ImportPreview(
                        "",
                        layout.skippedLines(),
                        layout.header(),
                        rows,
                        columns,
                        guesses,
                        new float[3][0],
                        0,
                        "",
                        List.of()));
    }

    private void explain(List<Guess> guesses, Findings texts, CsvLayout layout) {
        boolean told = !settings.delimiter().isEmpty();
        var name = layout.delimiter() == '\t' ? "tab" : String.valueOf(layout.delimiter());
        var why = told ? texts.text("GUESS_SAID") : texts.text("GUESS_DELIMITER", layout.columns());
        guesses.add(new Guess(Guess.Kind.DELIMITER, name, told, why));
        boolean mark = !settings.decimal().isBlank();
        guesses.add(new Guess(
                Guess.Kind.DECIMAL,
                String.valueOf(layout.mark()),
                mark,
                texts.text(mark ? "GUESS_SAID" : layout.delimiter() == ',' ? "GUESS_DECIMAL_POINT" : "GUESS_DECIMAL")));
    }

    private void explain(List<Guess> guesses, Findings texts, CsvLayout layout, ImportOrder order, ColumnRoles roles) {
        var how = layout.header().isEmpty() ? "GUESS_COLUMNS_ORDER" : "GUESS_COLUMNS_NAMES";
        guesses.add(new Guess(
                Guess.Kind.COLUMNS,
                roles.describe(layout),
                !roles.guessed(),
                texts.text(roles.guessed() ? how : "GUESS_SAID")));
        double median = ImportPlan.medianNorm(layout, roles);
        var norm = String.format(Locale.ROOT, "%.4g", median);
        if (!settings.unit().isBlank()) {
            guesses.add(new Guess(Guess.Kind.UNIT, settings.unit().strip(), true, texts.text("GUESS_UNIT_SAID", norm)));
        } else {
            AccelerationUnit.perG(median).ifPresent(perG -> {
                var unit = AccelerationUnit.ofPerG(perG).name();
                guesses.add(new Guess(
                        Guess.Kind.UNIT,
                        unit,
                        false,
                        texts.text("GUESS_UNIT", norm, perG == 1 ? "1 g" : perG == 1000 ? "1000 mg" : "9.81 m/s2")));
            });
        }
        var time = TimePlan.of(file, layout, roles, order.zone(), settings.rateHz());
        guesses.add(new Guess(Guess.Kind.TIMES, kind(time), false, texts.text("GUESS_TIMES_" + kind(time))));
        double implied = NumericStamps.SECOND / time.intervalNanos();
        boolean rated = settings.rateHz() > 0;
        guesses.add(new Guess(
                Guess.Kind.RATE,
                plain(rated ? settings.rateHz() : implied),
                rated,
                rated
                        ? texts.text("GUESS_SAID")
                        : texts.text("GUESS_RATE", layout.rows().size())));
        boolean zoned = !settings.zone().isBlank();
        if (zoned || kind(time).equals("TEXT")) {
            guesses.add(new Guess(
                    Guess.Kind.ZONE,
                    zoned ? settings.zone().strip() : "UTC",
                    zoned,
                    texts.text(zoned ? "GUESS_SAID" : "GUESS_ZONE")));
        }
    }

    private static String plain(double number) {
        return new BigDecimal(number).round(RATE_DIGITS).stripTrailingZeros().toPlainString();
    }

    private static String kind(TimePlan time) {
        if (!time.stamped()) {
            return "NONE";
        }
        return time.stamps() instanceof TextStamps ? "TEXT" : time.sinceEpoch() ? "EPOCH" : "CLOCK";
    }

    /** The same with what the importer says of the first part of the file. */
    private ImportPreview imported(
            List<String> lines, JobMonitor monitor, @Nullable ProblemException before, ImportPreview seen) {
        var scratch = scratch();
        try {
            var part = scratch.resolve(file.getFileName().toString());
            Files.writeString(part, String.join("\n", lines), StandardCharsets.UTF_8);
            try {
                if (before != null) {
                    throw before;
                }
                var store = new RecordingStore(Files.createDirectory(scratch.resolve("traces")));
                var session = new RecordingImporter(store).importFile(part, settings, monitor);
                try (var recording = store.open(session.session().id())) {
                    int length = (int) Math.min(MOST_SAMPLES, recording.lengthSamples());
                    var samples = recording.read(new SampleRange(0, length)).toArray();
                    return with(
                            seen,
                            samples,
                            session.session().rate().hertz(),
                            "",
                            session.report().findings());
                }
            } catch (ProblemException failure) {
                var said = lines(failure).replace(part.toString(), file.toString());
                return with(seen, new float[3][0], 0, said, List.of());
            }
        } catch (IOException failure) {
            throw RawFile.unreadable(file, failure);
        } finally {
            delete(scratch);
        }
    }

    private static ImportPreview with(
            ImportPreview seen, float[][] samples, double rateHz, String problem, List<Finding> findings) {
        return new ImportPreview(
                seen.device(),
                seen.skippedLines(),
                seen.header(),
                seen.rows(),
                seen.columns(),
                seen.guesses(),
                samples,
                rateHz,
                problem,
                findings);
    }

    private static String lines(ProblemException failure) {
        return failure.problem().lines();
    }

    private Path scratch() {
        try {
            return Files.createTempDirectory("ethotag-preview");
        } catch (IOException failure) {
            throw RawFile.unreadable(file, failure);
        }
    }

    private void delete(Path scratch) {
        try (var tree = Files.walk(scratch)) {
            for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException failure) {
            throw RawFile.unreadable(file, failure);
        }
    }
}
