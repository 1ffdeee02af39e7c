package org.ethotag.recording.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.RecordingProblem;
import org.ethotag.recording.UnpackGuard;

/**
 * ActiGraph recordings (.gt3x): a zip archive with {@code info.txt} and either {@code log.bin}, records of one second each
 * (actigraph/GT3X-File-Format), or, before firmware 3, {@code activity.bin}, nothing but packed samples
 * (actigraph/NHANES-GT3X-File-Format). The device's clock shows local time. The archive is read as a stream and nothing of
 * it is written anywhere, so the names in it do not matter.
 */
final class ActigraphFile implements DeviceFile {
    private static final String INFO = "info.txt";
    private static final String LOG = "log.bin";
    private static final String ACTIVITY = "activity.bin";
    private static final int MOST_INFO_BYTES = 1 << 16;
    private static final int MOST_ENTRIES = 1000;
    /** .NET counts 100 ns since the year 1. */
    private static final long TICKS_TO_1970 = 621_355_968_000_000_000L;

    private static final long NANOS_PER_TICK = 100;
    /** Counts per g of devices whose file does not say (Activity2.md, "Scaling Activity Values"). */
    private static final double OLDER_COUNTS_PER_G = 341;

    private static final double NEWER_COUNTS_PER_G = 256;

    private final Path file;
    private final Map<String, String> info;
    private final double rateHz;

    private ActigraphFile(Path file, Map<String, String> info) {
        this.file = file;
        this.info = info;
        this.rateHz = number("Sample Rate");
    }

    static boolean recognises(byte[] start) {
        return start.length >= 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
    }

    /** Reads what the archive says of itself. @throws ProblemException if it is another kind of archive */
    static ActigraphFile open(Path file) {
        try (var raw = new RawFile(file)) {
            var zip = unzipped(file, raw.bytes());
            var found = find(file, zip, INFO);
            if (found.isEmpty()) {
                throw new ProblemException(RecordingProblem.UNKNOWN_ARCHIVE, file);
            }
            return new ActigraphFile(file, info(file, zip.readNBytes(MOST_INFO_BYTES + 1)));
        } catch (ZipException damaged) {
            throw damaged(file, damaged);
        } catch (IOException failure) {
            throw RawFile.unreadable(file, failure);
        }
    }

    @Override
    public String title() {
        return "ActiGraph GT3X of device " + info.getOrDefault("Serial Number", "?");
    }

    @Override
    public double rateHz() {
        return rateHz;
    }

    @Override
    public String unit() {
        return "g";
    }

    @Override
    public String places() {
        return "records";
    }

    @Override
    public boolean localClock() {
        return true;
    }

    @Override
    public Optional<ZoneOffset> clockOffset() {
        var text = info.getOrDefault("TimeZone", "");
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ZoneOffset.of(text.startsWith("-") || text.startsWith("+") ? text : "+" + text));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    @Override
    public void read(InputStream in, BlockSink sink) throws IOException {
        var zip = unzipped(file, in);
        try {
            var found = find(file, zip, LOG, ACTIVITY)
                    .orElseThrow(() -> new ProblemException(RecordingProblem.UNKNOWN_ARCHIVE, file));
            if (found.getName().equals(LOG)) {
                new ActigraphLog(countsPerG()).read(zip, sink);
            } else {
                new ActigraphStream(countsPerG(), rateHz, startNanos()).read(zip, sink);
            }
        } catch (ZipException damaged) {
            throw damaged(file, damaged);
        }
    }

    private static ZipInputStream unzipped(Path file, InputStream in) {
        var guard = new UnpackGuard(file);
        return new ZipInputStream(guard.packed(in)) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return guard.unpacked(super.read(into, offset, length)); // entries that are passed over come here, too
            }
        };
    }

    /** Goes on to the first entry of one of these names. */
    private static Optional<ZipEntry> find(Path file, ZipInputStream zip, String... names) throws IOException {
        for (int i = 0; i < MOST_ENTRIES; i++) {
            var entry = zip.getNextEntry();
            if (entry == null) {
                return Optional.empty();
            }
            if (List.of(names).contains(entry.getName())) {
                return Optional.of(entry);
            }
        }
        throw new ProblemException(RecordingProblem.UNKNOWN_ARCHIVE, file);
    }

    private static Map<String, String> info(Path file, byte[] bytes) {
        if (bytes.length > MOST_INFO_BYTES) {
            throw new ProblemException(RecordingProblem.DEVICE_FILE_DAMAGED, file, 0, INFO + " is longer than 64 KB");
        }
        var info = new HashMap<String, String>();
        new String(bytes, StandardCharsets.UTF_8).lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                info.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        });
        return info;
    }

    private double countsPerG() {
        double scale = number("Acceleration Scale");
        var serial = info.getOrDefault("Serial Number", "");
        boolean older = serial.startsWith("NEO") || serial.startsWith("CLE") || serial.startsWith("MRA");
        return scale > 0 ? scale : older ? OLDER_COUNTS_PER_G : NEWER_COUNTS_PER_G;
    }

    private long startNanos() {
        try {
            long ticks = Long.parseLong(info.getOrDefault("Start Date", "0"));
            return Math.multiplyExact(Math.max(0, ticks - TICKS_TO_1970), NANOS_PER_TICK);
        } catch (ArithmeticException | NumberFormatException wrong) {
            throw new ProblemException(
                            RecordingProblem.DEVICE_FILE_DAMAGED, file, 0, INFO + ": Start Date is not a time")
                    .causedBy(wrong);
        }
    }

    /** @return a positive number, 0 if there is none */
    private double number(String key) {
        try {
            double value = Double.parseDouble(info.getOrDefault(key, "0").replace(',', '.'));
            return value > 0 && value < Double.POSITIVE_INFINITY ? value : 0;
        } catch (NumberFormatException none) {
            throw new ProblemException(
                            RecordingProblem.DEVICE_FILE_DAMAGED, file, 0, INFO + ": " + key + " is not a number")
                    .causedBy(none);
        }
    }

    private static ProblemException damaged(Path file, ZipException failure) {
        return new ProblemException(
                        RecordingProblem.DEVICE_FILE_DAMAGED, file, 0, "the archive: " + failure.getMessage())
                .causedBy(failure);
    }
}
