package org.ethotag.recording;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What the traces of a study are by content. Read once per trace and then kept: at most 128 KB each. One thread. */
public final class FingerprintIndex {
    private final Map<String, Entry> entries = new HashMap<>();

    /**
     * One trace.
     *
     * @param animal id of its animal when it was written
     * @param rawSha256 hash of its raw file
     * @param hashes sorted
     */
    public record Entry(String animal, String rawSha256, long[] hashes) {
        /** The hashes that are also in {@code others}; both sorted. */
        public long[] shared(long[] others) {
            long[] few = hashes.length < others.length ? hashes : others;
            long[] many = hashes.length < others.length ? others : hashes;
            return Arrays.stream(few)
                    .filter(hash -> Arrays.binarySearch(many, hash) >= 0)
                    .toArray();
        }
    }

    boolean contains(String id) {
        return entries.containsKey(id);
    }

    void put(String id, Recording recording) {
        var details = recording.details();
        entries.put(id, new Entry(details.animal(), details.rawSha256(), recording.fingerprints()));
    }

    /** Remembers a trace of which nothing can be read. */
    void putUnknown(String id) {
        entries.put(id, new Entry("", "", new long[0]));
    }

    Map<String, Entry> entries() {
        return entries;
    }
}
