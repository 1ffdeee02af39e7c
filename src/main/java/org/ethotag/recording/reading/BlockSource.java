package org.ethotag.recording.reading;

import java.io.IOException;
import java.util.List;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.RecordingProblem;
import org.ethotag.recording.TraceWriter;

/** Samples of a device's own format. */
record BlockSource(ImportOrder order, DeviceFile device, Findings findings) implements SampleSource {
    @Override
    public Reading read(RawFile raw, TraceWriter writer, JobMonitor monitor) {
        double rateHz = device.rateHz() > 0 ? device.rateHz() : order.rateHz();
        if (!(rateHz > 0 && rateHz <= ImportOrder.FASTEST_HZ)) {
            throw new ProblemException(RecordingProblem.MISSING_RATE, order.file());
        }
        findings.places(device.places());
        var zone = device.clockOffset().isPresent() && order.zoneAssumed()
                ? device.clockOffset().get()
                : order.zone();
        var pass = new BlockPass(rateHz, device.localClock(), zone, findings, writer) {
            @Override
            void everySoOften() {
                monitor.checkCancelled();
                monitor.doing(raw.fraction(), "reading", order.file().getFileName());
            }
        };
        try {
            device.read(raw.bytes(), pass);
        } catch (IOException failure) {
            throw RawFile.unreadable(order.file(), failure);
        }
        pass.finish();
        findings.add(FindingKind.DEVICE_FILE, 1, device.title());
        if (device.localClock() && order.zoneAssumed() && device.clockOffset().isEmpty()) {
            findings.add(FindingKind.ASSUMED_ZONE, pass.blocks());
        }
        return new Reading(
                writer.lengthSamples(),
                rateHz,
                pass.clock().rateHz(),
                pass.stretches(),
                pass.clock().anchors(),
                false,
                List.of(),
                device.unit(),
                zone);
    }
}
