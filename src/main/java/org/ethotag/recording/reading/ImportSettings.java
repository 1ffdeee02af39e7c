package org.ethotag.recording.reading;

/**
 * How to read a raw file, as the user says it. What is empty (or 0) is guessed, and the report tells the guess.
 *
 * @param animal id of the animal; empty to take it from the file name
 * @param tag serial number of the tag, or empty
 * @param columns {@code t=..,x=..,y=..,z=..,label=..}, each a header's name or a number counted from 1; {@code t=none}
 *     leaves times out, {@code t=DATE+TIME} names two columns
 * @param unit {@code g}, {@code mg}, {@code ms2} or {@code counts:N}
 * @param zone of local times, such as {@code Europe/Berlin}; also the session's zone. Empty takes the offset that the
 *     stamps carry, else UTC
 * @param rateHz declared samples per second, 0 if unknown
 * @param start time of the first sample for files without real times, ISO text
 * @param namePattern regular expression for the file name without ending, with groups {@code animal}, {@code label},
 *     {@code session}
 * @param delimiter one character or {@code tab}
 * @param decimal {@code .} or {@code ,}
 */
public record ImportSettings(
        String animal,
        String tag,
        String columns,
        String unit,
        String zone,
        double rateHz,
        String start,
        String namePattern,
        String delimiter,
        String decimal) {

    /** Everything guessed. */
    public static ImportSettings guessed() {
        return new ImportSettings("", "", "", "", "", 0, "", "", "", "");
    }

    /** The same for an animal. */
    public ImportSettings withAnimal(String id) {
        return new ImportSettings(id, tag, columns, unit, zone, rateHz, start, namePattern, delimiter, decimal);
    }

    /** The same for a tag. */
    public ImportSettings withTag(String serial) {
        return new ImportSettings(animal, serial, columns, unit, zone, rateHz, start, namePattern, delimiter, decimal);
    }

    /** The same with named columns. */
    public ImportSettings withColumns(String named) {
        return new ImportSettings(animal, tag, named, unit, zone, rateHz, start, namePattern, delimiter, decimal);
    }

    /** The same in a unit. */
    public ImportSettings withUnit(String known) {
        return new ImportSettings(animal, tag, columns, known, zone, rateHz, start, namePattern, delimiter, decimal);
    }

    /** The same in a time zone. */
    public ImportSettings withZone(String known) {
        return new ImportSettings(animal, tag, columns, unit, known, rateHz, start, namePattern, delimiter, decimal);
    }

    /** The same at a declared rate. */
    public ImportSettings withRate(double declaredHz) {
        return new ImportSettings(animal, tag, columns, unit, zone, declaredHz, start, namePattern, delimiter, decimal);
    }

    /** The same from a start time on. */
    public ImportSettings withStart(String time) {
        return new ImportSettings(animal, tag, columns, unit, zone, rateHz, time, namePattern, delimiter, decimal);
    }

    /** The same with a pattern for file names. */
    public ImportSettings withNamePattern(String pattern) {
        return new ImportSettings(animal, tag, columns, unit, zone, rateHz, start, pattern, delimiter, decimal);
    }

    /** The same with a delimiter. */
    public ImportSettings withDelimiter(String character) {
        return new ImportSettings(animal, tag, columns, unit, zone, rateHz, start, namePattern, character, decimal);
    }

    /** The same with a decimal mark. */
    public ImportSettings withDecimal(String mark) {
        return new ImportSettings(animal, tag, columns, unit, zone, rateHz, start, namePattern, delimiter, mark);
    }
}
