package org.ethotag.project;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The row at which a result stands; columns count from 1. A study may come from a stranger whose tables allow what ours do
 * not: a missing value is refused like any other that makes no sense.
 */
record Row(ResultSet rows) {
    /** @throws IllegalArgumentException if there is none */
    String text(int column) throws SQLException {
        var text = rows.getString(column);
        if (rows.wasNull()) {
            throw new IllegalArgumentException(rows.getMetaData().getColumnName(column) + " is missing");
        }
        return text;
    }

    long number(int column) throws SQLException {
        return rows.getLong(column);
    }

    int count(int column) throws SQLException {
        return rows.getInt(column);
    }

    /** NaN if there is none. */
    double real(int column) throws SQLException {
        double value = rows.getDouble(column);
        return rows.wasNull() ? Double.NaN : value;
    }

    /** @throws IllegalArgumentException if there is none */
    byte[] bytes(int column) throws SQLException {
        byte[] bytes = rows.getBytes(column);
        if (rows.wasNull()) {
            throw new IllegalArgumentException(rows.getMetaData().getColumnName(column) + " is missing");
        }
        return bytes;
    }

    boolean flag(int column) throws SQLException {
        return rows.getBoolean(column);
    }
}
