package org.ethotag.recording;

import org.ethotag.recording.reading.Findings;
import org.ethotag.recording.reading.ImportOrder;
import org.ethotag.recording.reading.ImportPlan;
import org.ethotag.recording.reading.ImportSettings;
import org.ethotag.recording.reading.RawFile;
import org.ethotag.recording.reading.RecordingImporter;
import org.ethotag.recording.reading.RowReader;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.sun.management.OperatingSystemMXBean;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import de.siegmar.fastcsv.reader.CsvReader;
import io.deephaven.csv.CsvSpecs;
import io.deephaven.csv.parsers.Parsers;
import io.deephaven.csv.sinks.SinkFactory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.ethotag.job.JobMonitor;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.simpleflatmapper.lightningcsv.parser.CellConsumer;

/**
 * Our import beside other readers of CSV, on one file, in turns, in one run: {@code mvn -P rivals test
 * -Dtest=ImportRivalsBenchmark -Dbenchmark.rows=5000000}. Everyone reads the stamp as a number of milliseconds or
 * nanoseconds and three doubles of every row, and must get the same sums. Readers that hand out characters get a
 * hand-written parser for stamps of this one shape, the fastest there is; only ours accepts any other. Prints the median
 * by the clock and of processor time of all threads.
 */
@EnabledIfSystemProperty(named = "benchmark.rows", matches = "[0-9]+", disabledReason = "a benchmark, run by hand")
class ImportRivalsBenchmark {
    private static final long DAY_MS = 86_400_000;
    private static final double NANOS = 1e-9;

    @TempDir
    private Path folder;

    private Path file;
    private int fresh;
    private int dayKey;
    private long dayMillis;

    /** What a reader found. */
    private record Sums(long rows, long millis, double values) {}

    private record Cost(double wall, double processor) {}

    @Test
    void inTurns() throws Exception {
        int rows = Integer.getInteger("benchmark.rows");
        int runs = Integer.getInteger("benchmark.runs", 5);
        file = folder.resolve("cow.csv");
        write(rows);
        var readers = new LinkedHashMap<String, Callable<Sums>>();
        readers.put("Ethotag, whole import", this::wholeImport);
        readers.put("Ethotag, reading alone", this::reading);
        readers.put("FastCSV", this::fastCsv);
        readers.put("univocity-parsers", this::univocity);
        readers.put("Jackson CSV", this::jackson);
        readers.put("Lightning CSV", this::lightning);
        readers.put("Deephaven CSV, 1 thread", () -> deephaven(false));
        readers.put("Deephaven CSV, its own threads", () -> deephaven(true));
        for (int threads : new int[] {1, 2}) {
            readers.put("DuckDB, reading alone, " + threads + " threads", () -> duckDbSums(threads));
            readers.put("DuckDB, into a table on disk, " + threads + " threads", () -> duckDbTable(threads));
        }
        var costs = new LinkedHashMap<String, List<Cost>>();
        Sums truth = fastCsv();
        for (int run = -1; run < runs; run++) {
            for (var reader : readers.entrySet()) {
                System.gc();
                long start = System.nanoTime();
                long before = processorNanos();
                var sums = reader.getValue().call();
                var cost = new Cost((System.nanoTime() - start) * NANOS, (processorNanos() - before) * NANOS);
                Assertions.assertEquals(truth.rows(), sums.rows(), reader.getKey());
                if (sums.millis() != 0) {
                    Assertions.assertEquals(truth.millis(), sums.millis(), reader.getKey());
                    Assertions.assertEquals(truth.values(), sums.values(), 1e-3, reader.getKey());
                }
                if (run >= 0) { // the first round warms up
                    costs.computeIfAbsent(reader.getKey(), _ -> new ArrayList<>())
                            .add(cost);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%,d rows, %,d bytes, %d runs after one to warm up, %d processors, load %.1f%n",
                rows,
                Files.size(file),
                runs,
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        print(costs, rows);
    }

    private static void print(Map<String, List<Cost>> costs, int rows) {
        double whole = median(costs.get("Ethotag, whole import"), true);
        double reading = median(costs.get("Ethotag, reading alone"), true);
        costs.forEach((name, times) -> System.out.printf(
                Locale.ROOT,
                "%-40s by the clock %6.2f s, processor %6.2f s, %,11.0f rows per processor second;"
                        + " processor time over our reading %5.2f, over our whole import %5.2f%n",
                name,
                median(times, false),
                median(times, true),
                rows / median(times, true),
                median(times, true) / reading,
                median(times, true) / whole));
    }

    private static double median(List<Cost> costs, boolean processor) {
        var sorted = costs.stream()
                .mapToDouble(cost -> processor ? cost.processor() : cost.wall())
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    private static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private void write(int rows) throws IOException {
        var random = new Random(1);
        var start = Instant.parse("2025-03-03T10:05:09.250Z");
        try (var out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            out.write("time,x,y,z\n");
            var line = new StringBuilder();
            for (int i = 0; i < rows; i++) {
                String stamp = start.plusMillis(20L * i).toString();
                line.setLength(0);
                line.append(stamp, 0, 19).append(stamp.length() == 20 ? ".000Z" : stamp.substring(19));
                for (int axis = 0; axis < 3; axis++) {
                    line.append(',').append(Math.round((random.nextGaussian() * 0.3 + axis / 2) * 10_000) / 10_000.0);
                }
                out.append(line).append('\n');
            }
        }
    }

    private Sums wholeImport() {
        var store = new RecordingStore(folder.resolve("traces-" + fresh++));
        var imported = new RecordingImporter(store)
                .importFile(file, ImportSettings.guessed().withAnimal("cow"), JobMonitor.unwatched());
        store.delete(imported.session().id());
        return new Sums(imported.session().lengthSamples(), 0, 0);
    }

    /** The importer's own pass over the rows, without checks and store. */
    private Sums reading() throws IOException {
        var findings = new Findings();
        var settings = ImportSettings.guessed().withAnimal("cow");
        var plan = ImportPlan.of(ImportOrder.of(file, settings), settings, findings);
        var rows =
                new RowReader(file, plan.layout(), plan.columns(), plan.time().stamps());
        long count = 0;
        long millis = 0;
        double values = 0;
        try (var raw = new RawFile(file);
                var csv = CsvReader.builder().build(rows, raw.text())) {
            csv.skipLines(plan.layout().skipLines());
            for (var row : csv) {
                count++;
                millis += row.stamp() / 1_000_000;
                values += row.value(0) + row.value(1) + row.value(2);
            }
        }
        return new Sums(count, millis, values);
    }

    private long stamp(CharSequence text) {
        int year = (text.charAt(0) - '0') * 1000 + (text.charAt(1) - '0') * 100 + two(text, 2);
        int key = (year * 100 + two(text, 5)) * 100 + two(text, 8);
        if (key != dayKey) {
            dayKey = key;
            dayMillis = LocalDate.of(year, two(text, 5), two(text, 8)).toEpochDay() * DAY_MS;
        }
        long seconds = (two(text, 11) * 60L + two(text, 14)) * 60 + two(text, 17);
        return dayMillis + seconds * 1000 + (text.charAt(20) - '0') * 100 + two(text, 21);
    }

    private static int two(CharSequence text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }

    private Sums fastCsv() throws IOException {
        long rows = -1;
        long millis = 0;
        double values = 0;
        try (var csv = CsvReader.builder().ofCsvRecord(file)) {
            for (var row : csv) {
                if (rows++ >= 0) {
                    millis += stamp(row.getField(0));
                    values += Double.parseDouble(row.getField(1))
                            + Double.parseDouble(row.getField(2))
                            + Double.parseDouble(row.getField(3));
                }
            }
        }
        return new Sums(rows, millis, values);
    }

    private Sums univocity() {
        var settings = new CsvParserSettings();
        settings.getFormat().setLineSeparator("\n");
        settings.setReadInputOnSeparateThread(false);
        settings.setNumberOfRowsToSkip(1);
        var parser = new CsvParser(settings);
        parser.beginParsing(file.toFile());
        long rows = 0;
        long millis = 0;
        double values = 0;
        for (String[] row = parser.parseNext(); row != null; row = parser.parseNext()) {
            rows++;
            millis += stamp(row[0]);
            values += Double.parseDouble(row[1]) + Double.parseDouble(row[2]) + Double.parseDouble(row[3]);
        }
        return new Sums(rows, millis, values);
    }

    private Sums jackson() throws IOException {
        var factory = CsvFactory.builder()
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .build();
        long rows = -1;
        long millis = 0;
        double values = 0;
        int column = 0;
        try (var parser = factory.createParser(file.toFile())) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY) {
                    column = 0;
                    rows++;
                } else if (token == JsonToken.VALUE_STRING && rows > 0) {
                    if (column++ == 0) {
                        millis += stamp(parser.getText());
                    } else {
                        values += Double.parseDouble(parser.getText());
                    }
                }
            }
        }
        return new Sums(rows, millis, values);
    }

    private Sums lightning() throws IOException {
        var cells = new CellConsumer() {
            private long rows;
            private long millis;
            private double values;
            private int column;

            @Override
            public void newCell(char[] chars, int offset, int length) {
                var text = new String(chars, offset, length);
                if (column++ == 0) {
                    millis += stamp(text);
                } else {
                    values += Double.parseDouble(text);
                }
            }

            @Override
            public boolean endOfRow() {
                rows += column > 0 ? 1 : 0;
                column = 0;
                return true;
            }

            @Override
            public void end() {
                // nothing is left
            }
        };
        try (var in = Files.newBufferedReader(file)) {
            org.simpleflatmapper.lightningcsv.CsvParser.skip(1).reader(in).parseAll(cells);
        }
        return new Sums(cells.rows, cells.millis, cells.values);
    }

    private Sums deephaven(boolean concurrent) throws Exception {
        var specs = CsvSpecs.builder()
                .concurrent(concurrent)
                .putParserForName("time", Parsers.DATETIME)
                .putParserForName("x", Parsers.DOUBLE)
                .putParserForName("y", Parsers.DOUBLE)
                .putParserForName("z", Parsers.DOUBLE)
                .build();
        try (var in = Files.newInputStream(file)) {
            var result = io.deephaven.csv.reading.CsvReader.read(specs, in, SinkFactory.arrays());
            int rows = (int) result.numRows();
            long[] nanos = (long[]) result.columns()[0].data();
            long millis = 0;
            double values = 0;
            for (int i = 0; i < rows; i++) {
                millis += nanos[i] / 1_000_000;
            }
            for (int axis = 1; axis <= 3; axis++) {
                double[] column = (double[]) result.columns()[axis].data();
                for (int i = 0; i < rows; i++) {
                    values += column[i];
                }
            }
            return new Sums(rows, millis, values);
        }
    }

    private String source() {
        return "read_csv('" + file
                + "', header=true, columns={'time':'TIMESTAMP','x':'DOUBLE','y':'DOUBLE','z':'DOUBLE'})";
    }

    private Sums duckDbSums(int threads) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("SET threads=" + threads);
            try (var result =
                    statement.executeQuery("SELECT count(*), sum(epoch_ms(time)), sum(x + y + z) FROM " + source())) {
                result.next();
                return new Sums(result.getLong(1), result.getBigDecimal(2).longValueExact(), result.getDouble(3));
            }
        }
    }

    private Sums duckDbTable(int threads) throws Exception {
        var database = folder.resolve("rows-" + fresh++ + ".duckdb");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + database);
                var statement = connection.createStatement()) {
            statement.execute("SET threads=" + threads);
            statement.execute("CREATE TABLE samples AS SELECT * FROM " + source());
            statement.execute("CHECKPOINT");
            try (var result = statement.executeQuery("SELECT count(*) FROM samples")) {
                result.next();
                return new Sums(result.getLong(1), 0, 0);
            }
        } finally {
            Files.deleteIfExists(database);
        }
    }
}
