package org.ethotag.ui.theme;

import java.util.List;
import java.util.Optional;

/**
 * How large everything in the window is drawn: letters, lines, pictures, all of it sharp. The toolkit is told before it starts;
 * without a choice it follows the system.
 */
public final class Magnification {
    /** What can be chosen, in percent. */
    public static final List<Integer> PERCENTS = List.of(100, 125, 150, 175, 200);

    /** Named in the toolkit's documentation of the two systems on which the user may choose. */
    private static final List<String> PROPERTIES = List.of("glass.gtk.uiScale", "glass.win.uiScale");

    private static final String SETTING = "magnification";
    private final UserSettings settings;

    public Magnification(UserSettings settings) {
        this.settings = settings;
    }

    /** What was chosen, nothing for the system's; a number that cannot be chosen counts as none. */
    public Optional<Integer> percent() {
        var kept = settings.choice(SETTING, "");
        return PERCENTS.stream()
                .filter(percent -> Integer.toString(percent).equals(kept))
                .findFirst();
    }

    /** Keeps a choice for the next start. */
    public void choose(Optional<Integer> percent) {
        settings.setChoice(SETTING, percent.map(String::valueOf).orElse(""));
    }

    /** Tells the toolkit, which must not have started yet. Who has told it on the command line is not overruled. */
    public void apply() {
        percent()
                .ifPresent(percent -> PROPERTIES.stream()
                        .filter(property -> System.getProperty(property) == null)
                        .forEach(property -> System.setProperty(property, percent + "%")));
    }
}
