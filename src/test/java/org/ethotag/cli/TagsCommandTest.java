package org.ethotag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ethotag.flash.SerialLine;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.TagProfiles;
import org.ethotag.flash.virtual.Fault;
import org.ethotag.flash.virtual.VirtualTagPort;
import org.ethotag.project.Project;
import org.ethotag.study.Deployment;
import org.ethotag.workflow.UserFolder;
import org.ethotag.workflow.tag.VirtualTags;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Through the real serial library, in real time. */
@Timeout(60)
class TagsCommandTest {
    private static final String TAG = "VIRTUAL-ttyTag";

    @TempDir
    private Path folder;

    private UserFolder user;
    private Path link;

    @BeforeEach
    void onlyWhereTagsCanStandBehindADevice() {
        assumeTrue(VirtualTags.canStandBehindADevice(), "pseudo-terminals exist on Linux and macOS only");
        user = new UserFolder(folder.resolve("user"));
        link = folder.resolve("ttyTag");
    }

    @Test
    void aTagIsListedByNumberAnimalAndWhatItTells() {
        Path study = studyInWhichMollyWears(TAG);
        try (var _ = tag()) {
            var tag = only(tags("--study", study, "--json"));
            assertEquals(TAG, tag.get("serial").asText());
            assertEquals("molly", tag.get("animal").asText());
            assertEquals("full", tag.get("mode").asText());
            assertEquals("ethotag-virtual-1", tag.get("hardware").asText());
            assertEquals("1.0.0", tag.get("firmware").asText());
            assertEquals("", tag.get("modelId").asText());
            assertEquals(87, tag.get("battery").asInt());
            assertEquals(link.toString(), tag.get("port").asText());
            var words = tags("--study", study).out();
            assertThat(words.lines().filter(line -> line.contains(TAG)))
                    .singleElement()
                    .asString()
                    .matches(TAG + " +molly +ethotag-virtual-1 +1\\.0\\.0 +none +87 % +full +" + link);
        }
    }

    @Test
    void aTagWithoutOurCommandsTellsItsFirmwareOnly() {
        try (var _ = tag("no-custom-group")) {
            var tag = only(tags("--json"));
            assertEquals("plain", tag.get("mode").asText());
            assertEquals("1.0.0", tag.get("firmware").asText());
            assertEquals(-1, tag.get("battery").asInt());
            assertThat(tags().out()).contains("  plain  ");
        }
    }

    @Test
    void aTagThatWaitsInItsBootloaderIsInRecovery() {
        try (var _ = tag("no-images")) {
            assertEquals("recovery", only(tags("--json")).get("mode").asText());
        }
    }

    @Test
    void aSilentPortABusyOneAndAMissingOneComeWithTheirRemedies() {
        assertTrouble("vanished", "PORT_GONE");
        try (var _ = tag("silent")) {
            assertTrouble("no-answer", "NO_ANSWER");
            try (var _ = SerialLine.open(link.toString(), TagClock.system())) {
                assertTrouble("busy", "PORT_BUSY");
            }
        }
    }

    private void assertTrouble(String mode, String problem) {
        var tag = only(tags("--json"));
        assertEquals(mode, tag.get("mode").asText());
        assertEquals(problem, tag.get("problem").asText());
        assertThat(tag.get("what").asText()).contains(link.toString());
        assertThat(tag.get("why").asText()).isNotBlank();
        assertThat(tags().out()).contains(tag.get("next").asText());
    }

    @Test
    void whoeverWatchesIsToldOfTagsThatComeAndGo() {
        var open = new ArrayList<VirtualTagPort>();
        var looks = new ArrayList<Runnable>(
                List.of(() -> open.add(tag()), () -> open.removeFirst().close(), () -> {}));
        BooleanSupplier stopped = () -> {
            if (looks.isEmpty()) {
                return true;
            }
            looks.removeFirst().run();
            return false;
        };
        var run = CommandRun.by(new Caller(user, stopped), "tags", "--watch", "--port", link);
        assertEquals(130, run.exitCode(), run.err());
        assertThat(run.out()).containsSubsequence(TAG, "full", "Gone: " + link);
    }

    private CommandRun tags(Object... more) {
        var words = Stream.concat(Stream.of("tags", "--port", link), Stream.of(more));
        var run = CommandRun.of(user, words.toArray());
        assertEquals(0, run.exitCode(), run.err());
        return run;
    }

    /** The machine may have other ports. */
    private JsonNode only(CommandRun run) {
        var here = StreamSupport.stream(run.json().get("tags").spliterator(), false)
                .filter(tag -> tag.get("port").asText().equals(link.toString()))
                .toList();
        assertThat(here).hasSize(1);
        return here.getFirst();
    }

    private Path studyInWhichMollyWears(String tag) {
        Path study = folder.resolve("study");
        try (var project = Project.create(study, "Cows")) {
            var start = Instant.parse("2020-01-01T00:00:00Z");
            project.put(new Deployment("rosa", tag, start, start.plusSeconds(60)));
            project.put(new Deployment("molly", tag, start.plusSeconds(60), Instant.MAX));
        }
        return study;
    }

    private VirtualTagPort tag(String... faults) {
        var profile = TagProfiles.builtIn().named(VirtualTags.PROFILE);
        var all = Stream.of(faults).map(Fault::parse).toList();
        return new VirtualTags(user).behind(link, profile, List.of(user.keys().publicKey()), all);
    }
}
