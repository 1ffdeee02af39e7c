package org.ethotag.recording.reading;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.nio.file.Path;
import java.util.Arrays;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.RecordingProblem;

/** Turns the fields of a row into numbers as the CSV parser meets them. It is the row itself: one object for all rows. */
final class RowReader extends AbstractBaseCsvCallbackHandler<RowReader> {
    private static final int SKIP = -2;
    private static final int TIME = -1;
    private static final int DATE = -3;
    /** More than a day takes as text. */
    private static final int DATE_SPACE = 32;

    private static final int LABEL = 3;

    private final Path file;
    private final CsvLayout layout;
    private final int[] roles;
    private final int needed;
    private final Stamps stamps;
    private final Decimal decimal;
    private final double[] values = new double[3];
    private long line;
    private int fields;
    private long stamp;
    private boolean missing;
    private int decimals;
    private char[] labelText = new char[32];
    private int labelLength;
    private String label = "";
    private final boolean dateApart;
    private final char[] stampText = new char[2 * DATE_SPACE];
    private int dateLength;
    private int stampLength;

    /** @param stamps reads the time column; of no use if there is none */
    RowReader(Path file, CsvLayout layout, ColumnRoles columns, Stamps stamps) {
        this.file = file;
        this.layout = layout;
        this.stamps = stamps;
        this.needed = columns.needed();
        this.decimal = new Decimal(layout.mark());
        this.roles = new int[Math.max(needed, columns.label()) + 1];
        Arrays.fill(roles, SKIP);
        int[] axes = {columns.x(), columns.y(), columns.z()};
        for (int axis = 0; axis < axes.length; axis++) {
            roles[axes[axis]] = axis;
        }
        this.dateApart = columns.date() != ColumnRoles.NONE;
        if (dateApart) {
            roles[columns.date()] = DATE;
        }
        if (columns.time() != ColumnRoles.NONE) {
            roles[columns.time()] = TIME;
        }
        if (columns.label() != ColumnRoles.NONE) {
            roles[columns.label()] = LABEL;
        }
    }

    /** Line in the file, from 1. */
    long line() {
        return line;
    }

    /** Nanoseconds, see {@link Stamps#read}. */
    long stamp() {
        return stamp;
    }

    /** Acceleration in the file's unit, NaN if missing. */
    double value(int axis) {
        return values[axis];
    }

    /** Whether a value is missing. */
    boolean missing() {
        return missing;
    }

    /** Most digits behind the mark so far. */
    int decimals() {
        return decimals;
    }

    /** The label, empty if there is none; the same object as long as it is the same. */
    String label() {
        return label;
    }

    @Override
    protected void handleBegin(long startingLine) {
        line = startingLine;
        fields = 0;
        dateLength = 0;
        stampLength = 0;
        missing = false;
    }

    @Override
    protected void handleField(int index, char[] text, int offset, int fieldLength, boolean quoted) {
        fields++;
        boolean lineEnd = fieldLength > 0 && text[offset + fieldLength - 1] == CsvLayout.LINE_END;
        int length = lineEnd ? fieldLength - 1 : fieldLength;
        if (index >= roles.length) {
            return;
        }
        switch (roles[index]) {
            case SKIP -> {}
            case DATE -> {
                dateLength = copy(0, index, text, offset, length);
                readStamp(index);
            }
            case TIME -> {
                if (dateApart) {
                    stampLength = copy(DATE_SPACE, index, text, offset, length);
                    readStamp(index);
                } else {
                    stamp = readStamp(index, text, offset, length);
                }
            }
            case LABEL -> readLabel(text, offset, length);
            default -> readValue(index, text, offset, length);
        }
    }

    @Override
    protected RowReader buildRecord() {
        if (getRecordType() == RecordType.DATA && fields <= needed) {
            throw new ProblemException(RecordingProblem.TOO_FEW_COLUMNS, file, line, fields, needed + 1);
        }
        return this;
    }

    /** Reads the time once both its columns are there: the day is put right before the hours. */
    private void readStamp(int index) {
        if (dateLength > 0 && stampLength > 0) {
            int from = DATE_SPACE - dateLength - 1;
            System.arraycopy(stampText, 0, stampText, from, dateLength);
            stampText[DATE_SPACE - 1] = ' ';
            stamp = readStamp(index, stampText, from, dateLength + 1 + stampLength);
        }
    }

    private long readStamp(int index, char[] text, int offset, int length) {
        long read = stamps.read(text, offset, length);
        if (read == Stamps.UNREADABLE) {
            throw problem(RecordingProblem.UNREADABLE_TIME, index, text, offset, length);
        }
        return read;
    }

    private int copy(int to, int index, char[] text, int offset, int length) {
        if (length == 0) {
            throw problem(RecordingProblem.UNREADABLE_TIME, index, text, offset, length);
        }
        int fitting = Math.min(length, DATE_SPACE - 1);
        System.arraycopy(text, offset, stampText, to, fitting);
        return fitting;
    }

    private void readValue(int index, char[] text, int offset, int length) {
        switch (decimal.read(text, offset, length)) {
            case NUMBER -> decimals = Math.max(decimals, decimal.decimals());
            case MISSING -> missing = true;
            case TEXT -> throw problem(RecordingProblem.NOT_A_NUMBER, index, text, offset, length);
        }
        values[roles[index]] = decimal.value();
    }

    private void readLabel(char[] text, int offset, int length) {
        if (length == labelLength && Arrays.equals(labelText, 0, length, text, offset, offset + length)) {
            return;
        }
        if (length > labelText.length) {
            labelText = new char[length * 2];
        }
        System.arraycopy(text, offset, labelText, 0, length);
        labelLength = length;
        label = new String(text, offset, length).strip();
    }

    private ProblemException problem(RecordingProblem code, int index, char[] text, int offset, int length) {
        var name = ColumnRoles.name(layout, index);
        return new ProblemException(code, file, line, name, new String(text, offset, Math.min(length, 60)));
    }
}
