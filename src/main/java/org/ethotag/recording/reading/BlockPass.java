package org.ethotag.recording.reading;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.ethotag.recording.TraceWriter;
import org.ethotag.signal.SampleRange;

/**
 * The one pass over blocks. Blocks that adjoin form a stretch; where one is missing, damaged, late or early a new stretch
 * begins. A device's local clock is not set when daylight saving changes: the offset of its first block holds for the
 * whole file. Holds no more than one block. One thread.
 */
class BlockPass implements BlockSink {
    /** True rates differ from declared ones by no more than this share: sensors run on oscillators of their own. */
    private static final double RATE_SLACK = 0.1;
    /** The time of a block's first sample is known to about this many samples. */
    private static final double BORDER_SLACK = 1.5;

    private static final int BLOCKS_PER_REPORT = 64;
    private static final long HOUR_NANOS = 3_600_000_000_000L;

    private final double intervalNanos;
    private final boolean localClock;
    private final ZoneId zone;
    private final Findings findings;
    private final TraceWriter writer;
    private final ClockFit clock;
    private final SampleChecks checks = new SampleChecks();
    private final List<Long> starts = new ArrayList<>();
    private long offsetNanos;
    private long blocks;
    private boolean broken;
    private long lastStamped;
    private long lastNanos;
    private int lastCount;
    private long gapNanos;
    private long longestGapNanos;
    private long stepsBack;

    BlockPass(double rateHz, boolean localClock, ZoneId zone, Findings findings, TraceWriter writer) {
        this.intervalNanos = NumericStamps.SECOND / rateHz;
        this.localClock = localClock;
        this.zone = zone;
        this.findings = findings;
        this.writer = writer;
        this.clock = new ClockFit(intervalNanos, intervalNanos / 2);
    }

    /** Called between blocks, to report progress and to stop. */
    void everySoOften() {
        // nobody watches
    }

    @Override
    public void block(SampleBlock block) {
        if (blocks++ % BLOCKS_PER_REPORT == 0) {
            everySoOften();
        }
        if (block.count() == 0) {
            return;
        }
        if (starts.isEmpty() && localClock) {
            offsetNanos = offset(block.stampNanos()).getTotalSeconds() * NumericStamps.SECOND;
        }
        int index = Math.clamp(block.stampIndex(), 0, block.count() - 1);
        long shift = Math.round((index - block.stampIndex()) * intervalNanos);
        place(writer.lengthSamples() + index, block.stampNanos() - offsetNanos + shift, block.number());
        lastCount = block.count();
        writer.grid(block.gridG());
        for (int i = 0; i < block.count(); i++) {
            append(block.value(0, i), block.value(1, i), block.value(2, i), block.number());
        }
    }

    @Override
    public void damaged(long number) {
        findings.at(FindingKind.DAMAGED_BLOCKS, number);
        broken = true;
    }

    /** Ends the last stretch and says what was found. */
    void finish() {
        if (!starts.isEmpty()) {
            clock.end(lastNanos);
        }
        findings.describe(FindingKind.GAPS, seconds(gapNanos), seconds(longestGapNanos));
        findings.describe(FindingKind.BACKWARD_STAMPS, stepsBack);
        checks.report(findings);
    }

    long blocks() {
        return blocks;
    }

    /** The clock; useful after {@link #finish}. */
    ClockFit clock() {
        return clock;
    }

    List<SampleRange> stretches() {
        var stretches = new ArrayList<SampleRange>(starts.size());
        for (int i = 0; i < starts.size(); i++) {
            long end = i + 1 < starts.size() ? starts.get(i + 1) : writer.lengthSamples();
            stretches.add(new SampleRange(starts.get(i), end));
        }
        return stretches;
    }

    private void place(long stamped, long nanos, long number) {
        double late = nanos - (lastNanos + (stamped - lastStamped) * intervalNanos);
        double slack = (RATE_SLACK * lastCount + BORDER_SLACK) * intervalNanos;
        if (starts.isEmpty()) {
            begin(stamped, nanos);
        } else if (broken || Math.abs(late) > slack || stamped <= lastStamped) {
            note(late, number);
            clock.end(lastNanos);
            begin(stamped, nanos);
        } else {
            clock.add(stamped, nanos);
        }
        broken = false;
        lastStamped = stamped;
        lastNanos = nanos;
    }

    private void begin(long stamped, long nanos) {
        long sample = writer.lengthSamples();
        starts.add(sample);
        clock.start(sample);
        clock.add(stamped, nanos);
    }

    private void note(double late, long number) {
        if (late < -BORDER_SLACK * intervalNanos) {
            findings.at(FindingKind.BACKWARD_STAMPS, number);
            stepsBack++;
            return;
        }
        long nanos = Math.max(0, Math.round(late));
        findings.at(FindingKind.GAPS, number);
        if (nanos > HOUR_NANOS) {
            findings.at(FindingKind.JUMPS, number);
        }
        gapNanos += nanos;
        longestGapNanos = Math.max(longestGapNanos, nanos);
    }

    private void append(float x, float y, float z, long number) {
        if (!Float.isFinite(x + y + z)) {
            findings.at(FindingKind.NON_FINITE, number);
        }
        writer.append(x, y, z);
        checks.append(x, y, z);
    }

    private ZoneOffset offset(long localNanos) {
        var asUtc = Instant.EPOCH.plusNanos(localNanos);
        return zone.getRules().getOffset(LocalDateTime.ofInstant(asUtc, ZoneOffset.UTC));
    }

    private static String seconds(long nanos) {
        return String.valueOf(Math.round(nanos / 1e6) / 1e3);
    }
}
