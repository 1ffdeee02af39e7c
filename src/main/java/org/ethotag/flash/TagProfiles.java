package org.ethotag.flash;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ethotag.file.SmallFile;
import org.ethotag.problem.ProblemException;

/** The kinds of tags that are known: those that come with the program, and the user's own, which win. Immutable. */
public final class TagProfiles {
    private static final long MOST_BYTES = 1L << 20;
    private static final List<String> OURS = List.of("collar-cc2650", "ear-nrf52840", "virtual");

    private final Map<String, TagProfile> byId;

    private TagProfiles(Map<String, TagProfile> byId) {
        this.byId = byId;
    }

    /** Those that come with the program. */
    public static TagProfiles builtIn() {
        var found = new LinkedHashMap<String, TagProfile>();
        for (String id : OURS) {
            String file = id + ".json";
            try (InputStream in = TagProfiles.class.getResourceAsStream("/tag-profiles/" + file)) {
                if (in == null) {
                    throw new IllegalStateException("the program comes without " + file);
                }
                found.put(id, ProfileReader.read(file, in.readAllBytes()));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return new TagProfiles(found);
    }

    /**
     * These and the {@code *.json} files of a folder; no folder is no profile.
     *
     * @throws ProblemException for the first file that is wrong, with the field
     */
    public TagProfiles withFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return this;
        }
        var all = new LinkedHashMap<>(byId);
        try (var files = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : files) {
                var profile = read(file);
                all.put(profile.id(), profile);
            }
        } catch (IOException broken) {
            throw new ProblemException(FlashProblem.PROFILE_UNREADABLE, folder, broken.toString()).causedBy(broken);
        }
        return new TagProfiles(all);
    }

    /** One profile file. @throws ProblemException naming the field, line and column that is wrong */
    public static TagProfile read(Path file) {
        try {
            return ProfileReader.read(file.toString(), SmallFile.bytes(file, MOST_BYTES));
        } catch (IOException broken) {
            throw new ProblemException(FlashProblem.PROFILE_UNREADABLE, file, broken.toString()).causedBy(broken);
        }
    }

    /** All of them, the program's own first. */
    public List<TagProfile> all() {
        return List.copyOf(byId.values());
    }

    /** @throws ProblemException {@link FlashProblem#PROFILE_UNKNOWN} with the list of ids */
    public TagProfile named(String id) {
        var found = byId.get(id);
        if (found == null) {
            throw new ProblemException(FlashProblem.PROFILE_UNKNOWN, id, String.join(", ", byId.keySet()));
        }
        return found;
    }

    /** The kind of tag that has this hardware id, or empty. */
    public Optional<TagProfile> forHardware(String hardwareId) {
        return byId.values().stream()
                .filter(profile -> profile.hardwareId().equals(hardwareId))
                .findFirst();
    }
}
