package org.ethotag.flash.schema;

/** The first thing in a file that is not as its schema wants it. Checked, because every file may have one. */
public final class Violation extends Exception {
    private static final long serialVersionUID = 1;

    private final String path;
    private final int line;
    private final int column;

    /**
     * @param path names from the outermost object inwards, joined by dots; empty for the file itself
     * @param line from 1
     * @param column from 1
     * @param why what is wrong, in words
     */
    public Violation(String path, int line, int column, String why) {
        super(why, null, false, false);
        this.path = path;
        this.line = line;
        this.column = column;
    }

    /** Names from the outermost object inwards, joined by dots. */
    public String path() {
        return path;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** From 1. */
    public int column() {
        return column;
    }

    /** What is wrong, in words. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
