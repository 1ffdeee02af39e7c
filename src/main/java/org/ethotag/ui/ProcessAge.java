package org.ethotag.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * How long ago this process began, before Java did. Where Linux tells it, in its ticks of ten milliseconds: the instant that
 * {@link ProcessHandle} gives is off by up to a second there, because it counts from a boot time in whole seconds.
 */
final class ProcessAge {
    private static final Path STATUS = Path.of("/proc/self/stat");
    private static final Path UPTIME = Path.of("/proc/uptime");
    /** In what comes after the name: proc_pid_stat(5), field 22. */
    private static final int STARTED = 19;

    private static final int TICKS_PER_SECOND = 100;
    private static final int MILLIS = 1000;

    private ProcessAge() {}

    static Duration now() {
        try {
            if (Files.isReadable(STATUS) && Files.isReadable(UPTIME)) {
                var status = Files.readString(STATUS);
                var fields = status.substring(status.lastIndexOf(')') + 2).split(" ");
                double began = Double.parseDouble(fields[STARTED]) / TICKS_PER_SECOND;
                double now = Double.parseDouble(Files.readString(UPTIME).split(" ")[0]);
                return Duration.ofMillis(Math.round((now - began) * MILLIS));
            }
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException _) {
            // another Unix writes these files otherwise; then as below
        }
        return Duration.between(ProcessHandle.current().info().startInstant().orElseGet(Instant::now), Instant.now());
    }
}
