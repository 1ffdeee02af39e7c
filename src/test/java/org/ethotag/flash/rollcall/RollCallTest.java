package org.ethotag.flash.rollcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ethotag.export.image.ImageTarget;
import org.ethotag.export.image.ImageVersion;
import org.ethotag.export.image.Images;
import org.ethotag.export.image.ModelImage;
import org.ethotag.export.image.ModelKeys;
import org.ethotag.flash.FlashRules;
import org.ethotag.flash.Journal;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.rollcall.RollCallOrder.End;
import org.ethotag.flash.virtual.Fault;
import org.ethotag.flash.virtual.SimulatedClock;
import org.ethotag.flash.virtual.VirtualTag;
import org.ethotag.flash.virtual.VirtualTagSettings;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RollCallTest {
    private static final String HARDWARE = "ethotag-virtual-1";
    private static final int WINDOWS = 4;
    private static final ModelKeys KEYS = ModelKeys.create();
    private static final ModelImage IMAGE = image(1);

    @TempDir
    private Path folder;

    private final List<VirtualTag> tags = new ArrayList<>();
    private final List<RollCall.Ended> receipts = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void switchOff() {
        tags.forEach(VirtualTag::close);
    }

    @Test
    void tenTagsAtOnceEndAsEachDeservesAndTheOneThatWasPulledOutGoesOnWhenItReturns() {
        var bay = new VirtualBay(10);
        for (int i = 1; i <= 8; i++) {
            bay.plug("port" + i, tag("T" + i));
        }
        bay.plug("port9", tag("FAILING", "self-test-fails"));
        bay.plug("stranger", tag("NOT-OURS"));
        var pulled = tag("PULLED", "unplug-after-bytes:1500");
        bay.plug("port10", pulled);
        bay.pull("port10");
        bay.when(() -> ended("PULLED") == 1, () -> {});
        bay.when(() -> true, () -> bay.plug("port10", pulled));
        var board = call(bay, list("T1,T2,T3,T4,T5,T6,T7,T8,FAILING,PULLED"), End.WHEN_QUIET, JobMonitor.unwatched());
        assertEquals(
                "FAILING old_model_runs, PULLED verified, T1 verified, T2 verified, T3 verified, T4 verified, "
                        + "T5 verified, T6 verified, T7 verified, T8 verified",
                states(board),
                () -> receipts.stream()
                        .map(end -> end.entry().tag() + ": " + end.receipt().problems())
                        .toList()
                        .toString());
        assertEquals(
                List.of("stranger NOT_IN_LIST"),
                board.visitors().stream()
                        .map(visitor -> visitor.place() + " " + visitor.kind())
                        .toList());
        assertThat(running("NOT-OURS")).as("the wrong tag was not touched").isEmpty();
        assertThat(running("FAILING")).isEmpty();
        assertEquals(IMAGE.modelId().orElseThrow(), running("PULLED"));
        var attempts = receipts.stream()
                .collect(Collectors.groupingBy(end -> end.entry().tag(), Collectors.counting()));
        assertEquals(2L, attempts.remove("PULLED"));
        assertThat(attempts)
                .hasSize(9)
                .allSatisfy((_, count) -> assertThat(count).isEqualTo(1));
    }

    @Test
    void aFailedTagIsTriedAgainWhenItIsPluggedInAgainAndNotBefore() {
        var bay = new VirtualBay(1);
        bay.plug("port", tag("T1", "self-test-fails"));
        bay.when(() -> ended("T1") == 1, () -> {});
        for (int look = 0; look < 20; look++) {
            bay.when(() -> true, () -> assertEquals(1, ended("T1"), "it stayed plugged in"));
        }
        bay.when(() -> true, () -> bay.unplug("port"));
        bay.when(() -> true, () -> {
            tags.removeFirst().close();
            bay.plug("port", tag("T1"));
        });
        var board = call(bay, list("T1"), End.WHEN_COMPLETE, JobMonitor.unwatched());
        assertEquals("T1 verified", states(board));
        assertEquals(
                List.of("OLD_MODEL_RUNS", "VERIFIED"),
                receipts.stream().map(end -> end.receipt().outcome().name()).toList());
    }

    @Test
    void aListGoesOnAfterAPowerLossAndDoesNothingTwice() throws IOException {
        var bay = new VirtualBay(1);
        bay.plug("a", tag("T1"));
        bay.plug("b", tag("T2"));
        assertEquals(
                "T1 verified, T2 verified, T3 due",
                states(call(bay, list("T1,T2,T3"), End.WHEN_QUIET, JobMonitor.unwatched())));
        Files.writeString(progress(), "{\"time\":\"2026-05-01T12", StandardOpenOption.APPEND);
        receipts.clear();
        bay.plug("c", tag("T3"));
        var later = new VirtualBay(1);
        later.plug("a", tags.get(0));
        later.plug("c", tags.get(2));
        var board = call(later, list("T1,T2,T3"), End.WHEN_QUIET, JobMonitor.unwatched());
        assertEquals("T1 verified, T2 verified, T3 verified", states(board));
        assertEquals(
                List.of("T3"), receipts.stream().map(end -> end.entry().tag()).toList());
        assertEquals(
                List.of("ALREADY_DONE"),
                board.visitors().stream().map(visitor -> visitor.kind().name()).toList());
    }

    @Test
    void anotherModelMakesEveryTagDueAgain() {
        var bay = new VirtualBay(1);
        bay.plug("a", tag("T1"));
        call(bay, list("T1"), End.WHEN_QUIET, JobMonitor.unwatched());
        var later = new VirtualBay(1);
        later.plug("a", tags.getFirst());
        var board = call(later, list("T1"), image(2), End.WHEN_QUIET, JobMonitor.unwatched());
        assertEquals("T1 verified", states(board));
        assertEquals(2, receipts.size());
    }

    @Test
    void aMemoryThatIsTornAnywhereNeverClaimsMoreThanItsWholeLinesSay() throws IOException {
        var bay = new VirtualBay(2);
        bay.plug("a", tag("T1"));
        bay.plug("b", tag("T2"));
        call(bay, list("T1,T2"), End.WHEN_QUIET, JobMonitor.unwatched());
        byte[] whole = Files.readAllBytes(progress());
        String sha = sha(IMAGE);
        for (int length = 0; length <= whole.length; length++) {
            var torn = folder.resolve("torn");
            Files.write(torn, Arrays.copyOf(whole, length));
            long verified = new String(whole, 0, length)
                    .lines()
                    .filter(line -> line.contains("\"state\":\"verified\"") && line.endsWith("}"))
                    .count();
            try (var memory = RollCallProgress.open(torn)) {
                long claimed = list("T1,T2").entries().stream()
                        .filter(entry -> memory.row(entry, sha).state() == RollCallState.VERIFIED)
                        .count();
                assertThat(claimed).as("cut at %d", length).isLessThanOrEqualTo(verified);
            }
        }
    }

    @Test
    void aCancelEndsSafelyAndWhatWasNotDoneIsDue() {
        var bay = new VirtualBay(1);
        bay.plug("a", tag("T1"));
        var stopped = new JobMonitor() {
            @Override
            public void progress(double fraction, String doing) {
                // nobody watches
            }

            @Override
            public boolean cancelled() {
                return bay.clock().nanos() > 0;
            }
        };
        var board = call(bay, list("T1"), End.WHEN_COMPLETE, stopped);
        assertThat(states(board)).isIn("T1 due", "T1 verified");
        assertThat(running("T1")).isIn("", IMAGE.modelId().orElseThrow());
    }

    @Test
    void twoProgramsCannotCallTheSameList() {
        try (var _ = RollCallProgress.open(progress())) {
            assertProblem(RollCallProblem.IN_USE, () -> RollCallProgress.open(progress()));
        }
        RollCallProgress.open(progress()).close();
    }

    @Test
    void aMemoryThatWasChangedByHandIsRefusedWithItsLine() throws IOException {
        Files.writeString(progress(), "nonsense\n");
        assertProblem(RollCallProblem.PROGRESS_DAMAGED, () -> RollCallProgress.open(progress()));
        assertThat(progress()).hasContent("nonsense");
    }

    @Test
    void anUntrustedImageStopsEverythingBeforeAnyTagIsAsked() {
        var bay = new VirtualBay(1);
        bay.plug("a", tag("T1"));
        bay.when(() -> true, () -> {
            throw new AssertionError("nobody should look");
        });
        var foreign = ModelImage.sign(Images.payload(1, WINDOWS), target(1), ModelKeys.create());
        assertThatThrownBy(() -> call(bay, list("T1"), foreign, End.WHEN_QUIET, JobMonitor.unwatched()))
                .isInstanceOf(ProblemException.class);
        assertThat(running("T1")).isEmpty();
    }

    private RollCallBoard call(VirtualBay bay, RollCallList list, End end, JobMonitor monitor) {
        return call(bay, list, IMAGE, end, monitor);
    }

    private RollCallBoard call(VirtualBay bay, RollCallList list, ModelImage image, End end, JobMonitor monitor) {
        var meant = new RollCallOrder.Image("model.img", image.bytes(), sha(image), FlashRules.usual());
        var images = list.entries().stream().collect(Collectors.toMap(RollCallEntry::tag, _ -> meant));
        var order = new RollCallOrder(list, images, List.of(KEYS.publicKey()), end);
        try (var progress = RollCallProgress.open(progress())) {
            var journal = new Journal(folder.resolve("journals"), TagClock.system());
            return new RollCall(order, bay, journal, progress, _ -> {}, receipts::add).run(monitor);
        }
    }

    private long ended(String serial) {
        return List.copyOf(receipts).stream()
                .filter(end -> end.entry().tag().equals(serial))
                .count();
    }

    private Path progress() {
        return folder.resolve("herd.csv.progress");
    }

    private static String sha(ModelImage image) {
        return HexFormat.of().formatHex(RollCallOrder.sha256(image.bytes()));
    }

    private static String states(RollCallBoard board) {
        Map<String, String> states = new TreeMap<>();
        board.rows()
                .forEach(row -> states.put(row.entry().tag(), row.state().name().toLowerCase(Locale.ROOT)));
        return states.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private String running(String serial) {
        var tag = tags.stream()
                .filter(one -> one.serial().equals(serial))
                .findFirst()
                .orElseThrow();
        try (var link = tag.connector().connect("", Duration.ofSeconds(5))) {
            return link.identity().orElseThrow().modelId();
        }
    }

    private VirtualTag tag(String serial, String... faults) {
        var settings = VirtualTagSettings.of(serial, HARDWARE, List.of(KEYS.publicKey()));
        for (String fault : faults) {
            settings = settings.with(Fault.parse(fault));
        }
        var clock = new SimulatedClock(() -> Instant.parse("2026-05-01T12:00:00Z"));
        var tag = VirtualTag.open(folder.resolve(serial + ".flash"), settings, clock);
        tags.add(tag);
        return tag;
    }

    private static RollCallList list(String serials) {
        var names = List.of(serials.split(","));
        return new RollCallList(IntStream.range(0, names.size())
                .mapToObj(i -> new RollCallEntry("cow " + (i + 1), names.get(i), ""))
                .toList());
    }

    private static ModelImage image(int seed) {
        return ModelImage.sign(Images.payload(seed, WINDOWS), target(seed), KEYS);
    }

    private static ImageTarget target(int seed) {
        return new ImageTarget(HARDWARE, ImageVersion.of(1, 0, seed), ImageVersion.of(1, 0, 0));
    }

    private static void assertProblem(RollCallProblem code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertEquals(code, thrown.problem().code()));
    }
}
