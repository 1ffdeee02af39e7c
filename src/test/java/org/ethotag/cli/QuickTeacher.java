package org.ethotag.cli;

import java.util.ArrayList;
import java.util.List;

/** The words that train a teacher within seconds: narrow, two epochs, one of the sample study's cows held out. */
final class QuickTeacher {
    static final String CLASSES = "grazing=grazing,walking=walking,resting=resting,other=*";

    private QuickTeacher() {}

    static Object[] words(Object study, Object... more) {
        var words = new ArrayList<Object>(List.of("train", study, "--classes", CLASSES, "--samples", 128));
        words.addAll(List.of("--width", 0.0625, "--epochs", 2, "--hold-out", "cow03", "--seed", 7));
        words.addAll(List.of(more));
        return words.toArray();
    }
}
