package org.ethotag.project;

import java.util.List;

/** A run as it lies on the disk: all but the content of its files. */
record SavedRun(RunManifest manifest, List<File> files, List<Score> scores) {
    SavedRun {
        files = List.copyOf(files);
        scores = List.copyOf(scores);
    }

    /** @param sha256 of the content, 64 hexadecimal digits */
    record File(String name, long bytes, String sha256) {
        File {
            RunManifest.checkName(name);
        }
    }
}
