package org.ethotag.project;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What made a run: enough to make it again.
 *
 * @param id unique in the study, also the name of its folder: letters, digits, {@code . _ -}, at most 100, not first a dot
 * @param kind what it is, for example "teacher"
 * @param made when it was finished
 * @param settings all settings that shaped the result, by name
 * @param inputs hashes of the data and ids of the runs it came from, by name
 * @param seed of all that is random
 * @param versions of the program, the engine and whatever else shaped the result, by name
 */
public record RunManifest(
        String id,
        String kind,
        Instant made,
        Map<String, String> settings,
        Map<String, String> inputs,
        long seed,
        Map<String, String> versions) {
    /** The name of the file in the folder of each run that holds the manifest. */
    public static final String FILE = "manifest.json";

    /** How the names of settings end that say whether a training was ended by hand, and so cannot be repeated. */
    public static final String STOPPED = ".stopped";

    private static final String NAME = "[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}";

    public RunManifest {
        checkName(id);
        settings = sorted(settings);
        inputs = sorted(inputs);
        versions = sorted(versions);
    }

    /** Refuses what could not be the name of a run or of one of its files on every system. */
    static void checkName(String name) {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("not a name for a run or its file: " + name);
        }
    }

    private static SortedMap<String, String> sorted(Map<String, String> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
