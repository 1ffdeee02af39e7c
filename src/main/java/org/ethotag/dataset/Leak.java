package org.ethotag.dataset;

import java.text.MessageFormat;
import java.util.Locale;
import org.ethotag.language.Messages;

/**
 * One way in which a fold is not a fair test.
 *
 * @param kind what is shared
 * @param testWindows how many windows of the test side are affected, 1 or more
 * @param testWindow the first of them, as index into the dataset
 * @param trainWindow a window of the training side that it knows
 * @param testName animal or session of that test window
 * @param trainName animal or session of that training window
 */
public record Leak(LeakKind kind, int testWindows, int testWindow, int trainWindow, String testName, String trainName) {
    /** One sentence for the user. */
    public String words() {
        var pattern = Messages.spoken("dataset").getString("leak." + kind.name());
        Object[] plain = {String.valueOf(testWindows), testName, trainName};
        return new MessageFormat(pattern, Locale.ROOT).format(plain);
    }
}
