package org.ethotag.recording.reading;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.RecordingProblem;

/**
 * What the user says of a raw file, of whatever format, checked.
 *
 * @param name what the file's name tells
 * @param animal id of the animal
 * @param zone of local times
 * @param zoneAssumed whether nobody named a zone
 * @param start time of the first sample for files without real times
 * @param rateHz declared samples per second, 0 if unknown
 */
record ImportOrder(
        Path file, FileName name, String animal, ZoneId zone, boolean zoneAssumed, Instant start, double rateHz) {
    /** Faster than any accelerometer tag. */
    static final double FASTEST_HZ = 100_000;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_DATE_TIME;
    /** Nanoseconds since 1970 fit into a long. */
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** @throws ProblemException if a setting is wrong, or no animal is named */
    static ImportOrder of(Path file, ImportSettings settings) {
        var zone = zone(settings.zone());
        var start = start(settings.start(), zone);
        if (!(settings.rateHz() >= 0 && settings.rateHz() <= FASTEST_HZ)) {
            throw new ProblemException(RecordingProblem.BAD_RATE, settings.rateHz());
        }
        RawFile.check(file);
        var name = FileName.of(file, settings.namePattern());
        var animal =
                settings.animal().isBlank() ? name.animal() : settings.animal().strip();
        if (animal.isEmpty()) {
            throw new ProblemException(RecordingProblem.MISSING_ANIMAL, file);
        }
        return new ImportOrder(file, name, animal, zone, settings.zone().isBlank(), start, settings.rateHz());
    }

    /** What people will read as the session's name. */
    String sessionName() {
        return name.session().isEmpty() ? name.stem() : name.session();
    }

    /** Time zone of a name; UTC if there is no name. */
    private static ZoneId zone(String text) {
        try {
            return text.isBlank() ? ZoneOffset.UTC : ZoneId.of(text.strip());
        } catch (DateTimeException unknown) {
            throw new ProblemException(RecordingProblem.UNKNOWN_ZONE, text).causedBy(unknown);
        }
    }

    private static Instant start(String text, ZoneId zone) {
        var iso = text.strip().replace(' ', 'T');
        if (iso.isEmpty()) {
            return Instant.EPOCH;
        }
        try {
            var time = TIME.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
            var start = time instanceof OffsetDateTime known
                    ? known.toInstant()
                    : LocalDateTime.from(time).atZone(zone).toInstant();
            if (start.isAfter(Instant.EPOCH) && start.isBefore(LATEST)) {
                return start;
            }
        } catch (DateTimeException unreadable) {
            throw new ProblemException(RecordingProblem.UNKNOWN_START, text).causedBy(unreadable);
        }
        throw new ProblemException(RecordingProblem.UNKNOWN_START, text);
    }
}
