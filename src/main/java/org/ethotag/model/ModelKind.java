package org.ethotag.model;

import java.util.Locale;

/** What a model file holds; the code is what the file says. */
enum ModelKind {
    TEACHER(1),
    STUDENT(2);

    private final int code;

    ModelKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
