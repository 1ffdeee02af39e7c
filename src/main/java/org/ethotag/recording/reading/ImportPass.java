package org.ethotag.recording.reading;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.RecordingProblem;
import org.ethotag.recording.TraceWriter;

/** The one pass over a file: rows become samples, stretches and labels. Holds no more than one row. One thread. */
final class ImportPass {
    private static final int ROWS_PER_REPORT = 1 << 14;

    private final ImportPlan plan;
    private final Findings findings;
    private final TraceWriter writer;
    private final Timeline timeline;
    private final SampleChecks checks = new SampleChecks();
    private final LabelRuns labels = new LabelRuns();
    private final boolean labelled;
    private long rows;
    private long shiftNanos;
    private long lastStamp;
    private double lastX;
    private double lastY;
    private double lastZ;
    private String lastLabel = "";
    private int decimals = -1;

    ImportPass(ImportPlan plan, Findings findings, TraceWriter writer) {
        this.plan = plan;
        this.findings = findings;
        this.writer = writer;
        this.labelled = plan.columns().label() != ColumnRoles.NONE;
        this.timeline = new Timeline(findings, plan.time());
    }

    /** Reads all rows. @throws ProblemException naming the line of the first bad one */
    void read(RawFile raw, JobMonitor monitor) {
        var rowReader = new RowReader(
                plan.file(), plan.layout(), plan.columns(), plan.time().stamps());
        var builder = CsvReader.builder()
                .fieldSeparator(plan.layout().delimiter())
                .commentStrategy(CommentStrategy.SKIP)
                .commentCharacter(CsvLayout.COMMENT)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE);
        try (var csv = builder.build(rowReader, raw.text())) {
            csv.skipLines(plan.layout().skipLines());
            for (var row : csv) {
                if (rows++ % ROWS_PER_REPORT == 0) {
                    monitor.checkCancelled();
                    monitor.doing(raw.fraction(), "reading", plan.file().getFileName());
                }
                add(row);
            }
        } catch (CsvParseException | UncheckedIOException failure) {
            throw problem(failure, rowReader.line());
        } catch (IOException failure) {
            throw RawFile.unreadable(plan.file(), failure);
        }
        timeline.finish();
        checks.report(findings);
        findings.add(FindingKind.LABEL_CHANGES, labels.changes());
    }

    long rows() {
        return rows;
    }

    Timeline timeline() {
        return timeline;
    }

    LabelRuns labels() {
        return labels;
    }

    private void add(RowReader row) {
        double x = row.value(0);
        double y = row.value(1);
        double z = row.value(2);
        long sample = writer.lengthSamples();
        if (plan.time().stamped()) {
            boolean same = sample > 0 && row.stamp() == lastStamp && x == lastX && y == lastY && z == lastZ;
            if (same && row.label().equals(lastLabel)) {
                findings.at(FindingKind.REPEATED_ROWS, row.line());
                return;
            }
            if (sample == 0 && !plan.time().sinceEpoch()) {
                shiftNanos = nanos(plan.order().start()) - row.stamp();
            }
            lastStamp = row.stamp();
            timeline.add(row.stamp() + shiftNanos, row.line());
        }
        lastX = x;
        lastY = y;
        lastZ = z;
        if (row.missing()) {
            findings.at(FindingKind.NON_FINITE, row.line());
        }
        if (labelled) {
            lastLabel = row.label();
            labels.add(sample, lastLabel);
        }
        keep(row, x, y, z);
    }

    private void keep(RowReader row, double x, double y, double z) {
        if (row.decimals() != decimals) {
            decimals = row.decimals();
            writer.grid(plan.unit().gPerUnit() / Decimal.power(decimals));
        }
        float xG = (float) plan.unit().toG(x);
        float yG = (float) plan.unit().toG(y);
        float zG = (float) plan.unit().toG(z);
        writer.append(xG, yG, zG);
        checks.append(xG, yG, zG);
    }

    private ProblemException problem(RuntimeException failure, long line) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException known) {
                return known;
            }
            if (cause instanceof IOException io) {
                return RawFile.unreadable(plan.file(), io);
            }
        }
        return new ProblemException(
                        RecordingProblem.MALFORMED_CSV, plan.file(), line, String.valueOf(failure.getMessage()))
                .causedBy(failure);
    }

    private static long nanos(Instant time) {
        return Duration.between(Instant.EPOCH, time).toNanos();
    }
}
