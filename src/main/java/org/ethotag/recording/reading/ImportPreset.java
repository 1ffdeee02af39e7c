package org.ethotag.recording.reading;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.ethotag.problem.ProblemException;

/**
 * How files of one kind are read, under a name. Animal, tag and start time are of one file, not of a kind, and are empty.
 *
 * @param name letters, digits, blanks and {@code . _ -}, at most 60
 * @param header names of the columns of such files; empty if they have none or any
 * @param settings how they are read
 */
public record ImportPreset(String name, List<String> header, ImportSettings settings) {
    private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,59}";
    private static final int MOST_TEXT = 500;
    private static final int MOST_COLUMNS = 1000;

    /** @throws IllegalArgumentException if it is no preset, in words for people */
    public ImportPreset {
        header = List.copyOf(header);
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("a preset's name has letters, digits and blanks, not \"" + name + "\"");
        }
        if (header.size() > MOST_COLUMNS || header.stream().anyMatch(column -> column.length() > MOST_TEXT)) {
            throw new IllegalArgumentException("the header is longer than any file's");
        }
        settings = settings.withAnimal("").withTag("").withStart("");
        check(settings);
    }

    private static void check(ImportSettings settings) {
        for (var text : List.of(
                settings.columns(), settings.unit(), settings.zone(), settings.namePattern(), settings.delimiter())) {
            if (text.length() > MOST_TEXT) {
                throw new IllegalArgumentException("a setting has " + text.length() + " characters");
            }
        }
        if (!(settings.rateHz() >= 0 && settings.rateHz() <= ImportOrder.FASTEST_HZ)) {
            throw new IllegalArgumentException("no tag measures " + settings.rateHz() + " times a second");
        }
        if (!List.of("", ".", ",").contains(settings.decimal())) {
            throw new IllegalArgumentException("the decimal mark is . or , and not " + settings.decimal());
        }
        try {
            if (!settings.unit().isBlank()) {
                AccelerationUnit.parse(settings.unit());
            }
            if (!settings.zone().isBlank()) {
                ZoneId.of(settings.zone().strip());
            }
        } catch (ProblemException failure) {
            throw new IllegalArgumentException(failure.problem().what(), failure);
        } catch (DateTimeException failure) {
            throw new IllegalArgumentException("there is no time zone " + settings.zone(), failure);
        }
    }

    /** Whether a file with this header is of the kind. */
    public boolean fits(List<String> columns) {
        return !header.isEmpty() && header.equals(columns);
    }

    /**
     * The preset's settings where {@code own} says nothing.
     *
     * @param own what was said of one file
     */
    public ImportSettings under(ImportSettings own) {
        return new ImportSettings(
                own.animal(),
                own.tag(),
                either(own.columns(), settings.columns()),
                either(own.unit(), settings.unit()),
                either(own.zone(), settings.zone()),
                own.rateHz() > 0 ? own.rateHz() : settings.rateHz(),
                own.start(),
                either(own.namePattern(), settings.namePattern()),
                either(own.delimiter(), settings.delimiter()),
                either(own.decimal(), settings.decimal()));
    }

    private static String either(String own, String known) {
        return own.isEmpty() ? known : own;
    }
}
