package org.ethotag.recording.reading;

import java.time.ZoneId;
import java.util.List;
import org.ethotag.job.JobMonitor;
import org.ethotag.recording.TraceWriter;
import org.ethotag.signal.SampleRange;

/** Samples of a text file with one row for each. */
record TextSource(ImportPlan plan, Findings findings) implements SampleSource {
    @Override
    public Reading read(RawFile raw, TraceWriter writer, JobMonitor monitor) {
        var pass = new ImportPass(plan, findings, writer);
        pass.read(raw, monitor);
        boolean stamped = plan.time().stamped();
        var whole = List.of(new SampleRange(0, writer.lengthSamples()));
        var stretches = stamped ? pass.timeline().stretches() : whole;
        boolean labelled = plan.columns().label() != ColumnRoles.NONE;
        noteTimes();
        return new Reading(
                pass.rows(),
                NumericStamps.SECOND / plan.time().intervalNanos(),
                pass.timeline().clock().rateHz(),
                stretches,
                stamped ? pass.timeline().clock().anchors() : List.of(),
                labelled,
                labelled ? pass.labels().finish(stretches) : List.of(),
                plan.unit().name(),
                zone());
    }

    private void noteTimes() {
        var order = plan.order();
        if (plan.time().stamped() && !plan.time().sinceEpoch()) {
            findings.add(FindingKind.RELATIVE_TIME, 1, findings.text("NOT_SINCE_1970", "", order.start()));
        }
        if (plan.time().stamps() instanceof TextStamps text) {
            findings.add(FindingKind.DAYLIGHT_SAVING, text.doubtful());
            if (order.zoneAssumed()) {
                findings.add(FindingKind.ASSUMED_ZONE, text.localStamps());
            }
        }
    }

    /** What the user named, else the offset that the stamps themselves carry, else UTC. */
    private ZoneId zone() {
        var order = plan.order();
        return order.zoneAssumed() && plan.time().stamps() instanceof TextStamps text
                ? text.ownOffset().<ZoneId>map(offset -> offset).orElse(order.zone())
                : order.zone();
    }
}
