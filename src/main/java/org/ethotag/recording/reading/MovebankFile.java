package org.ethotag.recording.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.RecordingProblem;

/**
 * Movebank tables of acceleration bursts: one row for each burst, its samples in one cell. Times are UTC. A table may hold
 * several animals; the rows of the one that is imported are taken, by its id. Rows of other sensors have no burst.
 */
final class MovebankFile implements DeviceFile {
    private static final int MOST_ANIMALS = 10_000;
    private static final int SHOWN_ANIMALS = 10;

    private final ImportOrder order;
    private final MovebankColumns columns;
    private final boolean severalAnimals;
    private final double rateHz;
    private final AccelerationUnit unit;
    private final SampleBlock block = new SampleBlock();
    private final TextStamps stamps = new TextStamps(ZoneOffset.UTC.getRules(), false);

    /** Reads the file once to know its animals, rate and unit. */
    MovebankFile(ImportOrder order, ImportSettings settings, MovebankColumns columns) {
        this.order = order;
        this.columns = columns;
        var known = settings.unit().isBlank()
                ? Optional.<AccelerationUnit>empty()
                : Optional.of(AccelerationUnit.parse(settings.unit()));
        if (columns.raw() && known.isEmpty()) {
            throw new ProblemException(RecordingProblem.COUNTS_WITHOUT_UNIT, order.file());
        }
        var survey = new Survey();
        try (var raw = new RawFile(order.file())) {
            rows(raw.bytes(), survey);
        }
        severalAnimals = survey.animals.size() > 1;
        if (severalAnimals && !survey.animals.contains(order.animal())) {
            var shown = String.join(
                    ", ", survey.animals.stream().limit(SHOWN_ANIMALS).toList());
            throw new ProblemException(
                    RecordingProblem.SEVERAL_ANIMALS, order.file(), order.animal(), survey.animals.size(), shown);
        }
        rateHz = survey.rateHz;
        unit = known.orElseGet(() -> AccelerationUnit.ofPerG(AccelerationUnit.perG(survey.meanNorm)
                .orElseThrow(() -> new ProblemException(
                        RecordingProblem.AMBIGUOUS_UNIT,
                        order.file(),
                        String.format(Locale.ROOT, "%.4g", survey.meanNorm)))));
    }

    /** What a first look at the file tells. */
    private final class Survey implements Consumer<CsvRecord> {
        private final TreeSet<String> animals = new TreeSet<>();
        private double rateHz;
        private double meanNorm;

        @Override
        public void accept(CsvRecord row) {
            if (columns.individual() >= 0 && animals.size() < MOST_ANIMALS) {
                animals.add(row.getField(columns.individual()).strip());
            }
            boolean mine = columns.individual() < 0
                    || animals.size() == 1
                    || row.getField(columns.individual()).strip().equals(order.animal());
            if (mine) {
                rateHz = rate(row);
            }
            if (meanNorm == 0) {
                meanNorm = MovebankFile.this.meanNorm(row);
            }
        }
    }

    @Override
    public String title() {
        return "Movebank acceleration bursts";
    }

    @Override
    public double rateHz() {
        return rateHz;
    }

    @Override
    public String unit() {
        return unit.name();
    }

    @Override
    public String places() {
        return "lines";
    }

    @Override
    public boolean localClock() {
        return false;
    }

    @Override
    public Optional<ZoneOffset> clockOffset() {
        return Optional.empty();
    }

    @Override
    public void read(InputStream in, BlockSink sink) throws IOException {
        rows(in, row -> {
            boolean mine = !severalAnimals
                    || row.getField(columns.individual()).strip().equals(order.animal());
            if (mine) {
                fill(row);
                sink.block(block);
            }
        });
    }

    /** Hands on every row that has a burst. */
    private void rows(InputStream in, Consumer<CsvRecord> taker) {
        long line = 0;
        try (var csv = CsvReader.builder().ofCsvRecord(new Utf8Reader(order.file(), in))) {
            for (var row : csv) {
                line = row.getStartingLineNumber();
                boolean header = line == 1;
                if (!header && row.getFieldCount() <= columns.last()) {
                    throw new ProblemException(
                            RecordingProblem.TOO_FEW_COLUMNS,
                            order.file(),
                            line,
                            row.getFieldCount(),
                            columns.last() + 1);
                }
                if (!header && !row.getField(columns.values()).isBlank()) {
                    taker.accept(row);
                }
            }
        } catch (CsvParseException failure) {
            if (failure.getCause() instanceof ProblemException known) {
                throw known;
            }
            throw new ProblemException(
                            RecordingProblem.MALFORMED_CSV,
                            order.file(),
                            line + 1,
                            String.valueOf(failure.getMessage()))
                    .causedBy(failure);
        } catch (UncheckedIOException failure) {
            throw RawFile.unreadable(order.file(), new IOException(failure));
        } catch (IOException failure) {
            throw RawFile.unreadable(order.file(), failure);
        }
    }

    private void fill(CsvRecord row) {
        double rate = rate(row);
        if (rate != rateHz) {
            throw new ProblemException(
                    RecordingProblem.MIXED_RATES, order.file(), row.getStartingLineNumber(), rate, rateHz);
        }
        var time = row.getField(columns.time());
        long nanos = stamps.read(time.toCharArray(), 0, time.length());
        if (nanos == Stamps.UNREADABLE) {
            throw problem(RecordingProblem.UNREADABLE_TIME, row, "timestamp", time);
        }
        block.begin(row.getStartingLineNumber(), nanos, 0, unit.gPerUnit());
        double[] values = values(row);
        for (int i = 0; i + 2 < values.length; i += 3) {
            block.add((float) unit.toG(values[i]), (float) unit.toG(values[i + 1]), (float) unit.toG(values[i + 2]));
        }
    }

    private double meanNorm(CsvRecord row) {
        double[] values = values(row);
        double sum = 0;
        for (int i = 0; i + 2 < values.length; i += 3) {
            sum += Math.sqrt(values[i] * values[i] + values[i + 1] * values[i + 1] + values[i + 2] * values[i + 2]);
        }
        return sum * 3 / values.length;
    }

    private double rate(CsvRecord row) {
        var text = row.getField(columns.rate()).strip();
        try {
            double rate = Double.parseDouble(text);
            if (rate > 0 && rate <= ImportOrder.FASTEST_HZ) {
                return rate;
            }
        } catch (NumberFormatException none) {
            throw problem(RecordingProblem.NOT_A_NUMBER, row, "sampling frequency", text)
                    .causedBy(none);
        }
        throw problem(RecordingProblem.NOT_A_NUMBER, row, "sampling frequency", text);
    }

    /** All numbers of a burst: x, y, z, x, ... in this order, whatever the order in the file. */
    private double[] values(CsvRecord row) {
        var axes = row.getField(columns.axes()).strip().toUpperCase(Locale.ROOT);
        var words = row.getField(columns.values()).strip().split("\\s+");
        boolean threeAxes = axes.length() == 3 && axes.contains("X") && axes.contains("Y") && axes.contains("Z");
        if (!threeAxes || words.length % 3 != 0) {
            throw new ProblemException(
                    RecordingProblem.NOT_THREE_AXES, order.file(), row.getStartingLineNumber(), axes, words.length);
        }
        var values = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            int axis = "XYZ".indexOf(axes.charAt(i % 3));
            try {
                values[i - i % 3 + axis] = Double.parseDouble(words[i]);
            } catch (NumberFormatException none) {
                throw problem(RecordingProblem.NOT_A_NUMBER, row, "accelerations", words[i])
                        .causedBy(none);
            }
        }
        return values;
    }

    private ProblemException problem(RecordingProblem code, CsvRecord row, String column, String text) {
        var shown = text.substring(0, Math.min(60, text.length()));
        return new ProblemException(code, order.file(), row.getStartingLineNumber(), column, shown);
    }
}
