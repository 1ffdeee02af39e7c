package org.ethotag.recording.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.ClockMap;
import org.ethotag.recording.Fingerprints;
import org.ethotag.recording.RecordingProblem;
import org.ethotag.recording.RecordingStore;
import org.ethotag.recording.Session;
import org.ethotag.recording.TraceDetails;
import org.ethotag.signal.SampleRate;

/**
 * Reads a file of acceleration into the store: text with any delimiter and columns, times as text or numbers or none, or a
 * tag maker's own format, with a report of what is odd about it. One pass and constant memory, whatever the size. One thread at a time for one store.
 */
public final class RecordingImporter {
    /** A declared rate is used up to this relative difference from the stamps; beyond, the stamps are. */
    private static final double SAME_RATE = 0.05;
    /** A difference that is worth a word. */
    private static final double RATE_MISMATCH = 0.005;
    /** Stamps do not tell a rate more precisely. */
    private static final MathContext RATE_DIGITS = new MathContext(6);

    private static final int MOST_NAME = 80;
    private static final int HASH_DIGITS = 8;
    private static final int MOST_TWINS = 3;

    private final RecordingStore store;

    /** An importer into a store. */
    public RecordingImporter(RecordingStore store) {
        this.store = store;
    }

    /**
     * Imports one file. When this returns the trace is in the store; when it throws nothing is left behind.
     *
     * @throws ProblemException if the file or a setting is wrong, with file, line and column and what to do
     * @throws java.util.concurrent.CancellationException soon after the monitor was cancelled
     */
    public ImportedSession importFile(Path file, ImportSettings settings, JobMonitor monitor) {
        var findings = new Findings();
        var order = ImportOrder.of(file, settings);
        var source = SampleSource.of(order, settings, findings);
        try (var raw = new RawFile(file);
                var writer = store.write("import-" + UUID.randomUUID())) {
            var reading = source.read(raw, writer, monitor);
            if (writer.lengthSamples() == 0) {
                throw new ProblemException(RecordingProblem.ONLY_HEADER, file);
            }
            var sha256 = raw.sha256();
            double implied = round(reading.impliedHz());
            double rateHz = rate(order, reading.nominalHz(), implied, findings);
            var details = details(order, reading, sha256, rateHz, findings);
            compare(order.animal(), sha256, writer.fingerprints(), findings);
            var id = unusedId(order.sessionName(), sha256);
            monitor.checkCancelled();
            writer.rename(store.file(id));
            writer.finish(details);
            var session = new Session(
                    id,
                    order.sessionName(),
                    order.animal(),
                    settings.tag().strip(),
                    details.clock().timeOf(0),
                    reading.zone(),
                    details.clock().rate(),
                    writer.lengthSamples(),
                    sha256);
            var report = new ImportReport(
                    String.valueOf(file.getFileName()),
                    sha256,
                    reading.rows(),
                    writer.lengthSamples(),
                    rateHz,
                    implied,
                    reading.unit(),
                    findings.list());
            return new ImportedSession(session, labels(order, reading), report);
        }
    }

    private static TraceDetails details(
            ImportOrder order, Reading reading, String sha256, double rateHz, Findings findings) {
        var rate = new SampleRate(rateHz);
        if (reading.anchors().isEmpty()) {
            var text = findings.text("NO_TIMES", rateHz, order.start());
            findings.add(FindingKind.RELATIVE_TIME, 1, text);
        }
        var clock = reading.anchors().isEmpty()
                ? ClockMap.regular(order.start(), rate)
                : new ClockMap(rate, reading.anchors());
        return new TraceDetails(order.sessionName(), order.animal(), sha256, reading.stretches(), clock);
    }

    private static List<ImportedLabel> labels(ImportOrder order, Reading reading) {
        var label = order.name().label();
        return reading.labelled() || label.isEmpty()
                ? reading.labels()
                : reading.stretches().stream()
                        .map(stretch -> new ImportedLabel(stretch, label))
                        .toList();
    }

    private static double rate(ImportOrder order, double nominal, double implied, Findings findings) {
        double declared = order.rateHz();
        if (implied == 0) {
            return declared > 0 ? declared : round(nominal);
        }
        if (implied > ImportOrder.FASTEST_HZ) {
            throw new ProblemException(RecordingProblem.MISSING_RATE, order.file());
        }
        if (declared == 0) {
            return implied;
        }
        double difference = Math.abs(implied / declared - 1);
        double used = difference > SAME_RATE ? implied : declared;
        if (difference > RATE_MISMATCH) {
            findings.add(FindingKind.RATE_MISMATCH, 1, declared, implied, used);
        }
        return used;
    }

    private static double round(double rateHz) {
        return new BigDecimal(rateHz).round(RATE_DIGITS).doubleValue();
    }

    private void compare(String animal, String sha256, Fingerprints fingerprints, Findings findings) {
        var mine = fingerprints.sorted();
        var twins = new ArrayList<String>();
        var same = new ArrayList<String>();
        long pieces = 0;
        long first = Long.MAX_VALUE;
        for (var stored : store.contents().entrySet()) {
            if (stored.getValue().rawSha256().equals(sha256)) {
                same.add(stored.getKey());
            }
            if (stored.getValue().animal().equals(animal)) {
                continue;
            }
            var positions = fingerprints.positionsOf(stored.getValue().shared(mine));
            if (positions.length > 0) {
                twins.add(stored.getKey() + " (" + stored.getValue().animal() + ")");
                pieces += positions.length;
                first = Math.min(first, Arrays.stream(positions).min().orElse(first));
            }
        }
        findings.add(FindingKind.IDENTICAL_STRETCHES, pieces, some(twins), first);
        findings.add(FindingKind.ALREADY_IMPORTED, same.size(), some(same));
    }

    private static String some(List<String> names) {
        var sorted = names.stream().sorted().limit(MOST_TWINS).toList();
        return String.join(", ", sorted) + (names.size() > MOST_TWINS ? ", ..." : "");
    }

    private String unusedId(String name, String sha256) {
        var plain = name.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[._-]+", "");
        var base = plain.substring(0, Math.min(plain.length(), MOST_NAME)) + "-" + sha256.substring(0, HASH_DIGITS);
        var start = base.startsWith("-") ? "session" + base : base;
        var used = store.ids();
        int number = 1;
        var id = start;
        while (used.contains(id)) {
            id = start + "-" + ++number;
        }
        return id;
    }
}
