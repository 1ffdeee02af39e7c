package org.ethotag.ui.theme;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * What the window remembers between two runs: a small file of the user's. A file that cannot be read or written costs
 * the memory, never the work. FX thread only.
 */
public final class UserSettings {
    private static final int MOST_RECENT = 8;

    private final Path file;
    private final Properties values = new Properties();

    public UserSettings(Path file) {
        this.file = file;
        if (Files.isReadable(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                warn("cannot read", unreadable);
            }
        }
    }

    public Look look() {
        return Look.named(values.getProperty("look", ""));
    }

    public void setLook(Look look) {
        set("look", look.settingName());
    }

    /** A length in pixels, or {@code otherwise} if nothing sensible is remembered. */
    public double length(String name, double otherwise) {
        try {
            double value = Double.parseDouble(values.getProperty(name, ""));
            return Double.isFinite(value) ? value : otherwise;
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    public void setLength(String name, double pixels) {
        set(name, Double.toString(pixels));
    }

    public boolean flag(String name) {
        return Boolean.parseBoolean(values.getProperty(name, "false"));
    }

    public void setFlag(String name, boolean value) {
        set(name, Boolean.toString(value));
    }

    /** What was chosen, or {@code otherwise} if nothing is remembered. */
    public String choice(String name, String otherwise) {
        return values.getProperty(name, otherwise);
    }

    public void setChoice(String name, String chosen) {
        set(name, chosen);
    }

    /** Folders of studies that were open, newest first; those that are gone are left out. */
    public List<Path> recentStudies() {
        return recent().stream()
                .map(RecentStudy::folder)
                .filter(Files::isDirectory)
                .toList();
    }

    /** Studies that were open, newest first, those that are gone too. */
    public List<RecentStudy> recent() {
        var recent = new ArrayList<RecentStudy>();
        for (int i = 0; i < MOST_RECENT; i++) {
            var place = "recent." + i;
            RecentStudy.read(
                            values.getProperty(place, ""),
                            values.getProperty(place + ".opened", ""),
                            values.getProperty(place + ".sessions", ""))
                    .ifPresent(recent::add);
        }
        return recent;
    }

    /** Puts a study first. */
    public void opened(Path study) {
        Path folder = study.toAbsolutePath().normalize();
        var recent = new ArrayList<>(recent());
        int sessions = recent.stream()
                .filter(known -> known.folder().equals(folder))
                .mapToInt(RecentStudy::sessions)
                .findFirst()
                .orElse(RecentStudy.UNKNOWN);
        recent.removeIf(known -> known.folder().equals(folder));
        recent.addFirst(new RecentStudy(folder, Instant.now(), sessions));
        keep(recent);
    }

    /** Remembers how many sessions a study has that was open. */
    public void counted(Path study, int sessions) {
        Path folder = study.toAbsolutePath().normalize();
        var before = recent();
        var now = before.stream()
                .map(known -> known.folder().equals(folder) ? new RecentStudy(folder, known.opened(), sessions) : known)
                .toList();
        if (!now.equals(before)) {
            keep(now);
        }
    }

    /** Forgets that a study was open; the study itself stays. */
    public void forget(Path study) {
        var recent = new ArrayList<>(recent());
        recent.removeIf(known -> known.folder().equals(study));
        keep(recent);
    }

    private void keep(List<RecentStudy> recent) {
        for (int i = 0; i < MOST_RECENT; i++) {
            var place = "recent." + i;
            boolean used = i < recent.size();
            values.setProperty(place, used ? recent.get(i).folder().toString() : "");
            values.setProperty(place + ".opened", used ? recent.get(i).opened().toString() : "");
            values.setProperty(
                    place + ".sessions", used ? Integer.toString(recent.get(i).sessions()) : "");
        }
        save();
    }

    private void set(String name, String value) {
        if (!value.equals(values.setProperty(name, value))) {
            save();
        }
    }

    private void save() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var writer = Files.newBufferedWriter(file)) {
                values.store(writer, "Ethotag");
            }
        } catch (IOException unwritable) {
            warn("cannot write", unwritable);
        }
    }

    private void warn(String what, Throwable cause) {
        System.getLogger(UserSettings.class.getName()).log(Level.WARNING, what + " " + file + ": " + cause);
    }
}
