package org.ethotag.ui.flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ethotag.export.ExportProblem;
import org.ethotag.export.image.KeyKind;
import org.ethotag.export.image.ModelKeys;
import org.ethotag.export.image.Passphrase;
import org.ethotag.flash.FlashProblem;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.LiveComparison;
import org.ethotag.flash.TagIdentity;
import org.ethotag.flash.TagPort;
import org.ethotag.flash.TagProfiles;
import org.ethotag.flash.TagSighting;
import org.ethotag.flash.TagSighting.Mode;
import org.ethotag.flash.TagSighting.Trouble;
import org.ethotag.flash.rollcall.RollCallState;
import org.ethotag.job.JobState;
import org.ethotag.problem.Problem;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.workflow.UserFolder;
import org.ethotag.workflow.tag.VirtualTags;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tag page without a scene: the emulated tags are real, the work is done at once. */
class FlashViewModelTest {
    @TempDir
    private Path folder;

    private final List<Throwable> problems = new ArrayList<>();
    private final List<ResultSound> sounds = new ArrayList<>();
    private FlashViewModel model;

    @BeforeEach
    void openStudy() {
        TagStudy.create(folder.resolve("study"));
        var jobs = Jobs.immediate();
        var study = new StudyViewModel(jobs, problems::add);
        model = new FlashViewModel(
                jobs, study, new UserBench(new UserFolder(folder.resolve("user"))), problems::add, sounds::add);
        study.open(folder.resolve("study"));
        model.watch();
    }

    @Test
    void aTagIsKnownByItsAnimalAndSerialNumberBeforeAnythingIsPressed() {
        var card = model.tags().getFirst();
        assertEquals("Berta  (VIRTUAL-0001)", card.title());
        assertEquals(
                List.of("virtual", "1.0.0", 87, "", TagCard.State.KNOWN),
                List.of(card.picture(), card.firmware(), card.batteryPercent(), card.model(), card.state()));
        assertThat(model.due()).contains("first model").contains(TagStudy.RUN);
        assertThat(problems).isEmpty();
    }

    @Test
    void flashingEndsGreenWithProofAHistoryAndOneRisingSound() {
        model.flash();
        var receipt = ((JobState.Succeeded<FlashReceipt>) model.stateProperty().get()).result();
        assertThat(receipt.verified()).isTrue();
        assertEquals(List.of(ResultSound.VERIFIED), sounds);
        var record = model.receipts().getFirst();
        assertEquals(
                List.of("Berta", VirtualTags.SERIAL, 6, 87, "verified", System.getProperty("user.name")),
                List.of(
                        record.animal(),
                        record.tag(),
                        record.goldenWindows(),
                        record.batteryPercent(),
                        record.outcome(),
                        record.person()));
        assertEquals(TagStudy.PAYLOAD.blob().modelId(), model.tags().getFirst().model());
        assertThat(model.due()).contains("Up to date");
    }

    @Test
    void theLiveViewShowsTheTagsLogitsEqualToThisComputers() {
        model.flash();
        model.startLive();
        assertThat(model.live().troubleProperty().get()).isNull();
        assertThat(model.live().windows()).hasSize(1).allSatisfy(window -> {
            assertThat(window.compared().tag()).isNotEmpty();
            assertThat(window.compared().equal()).isTrue();
        });
    }

    @Test
    void aTagThatHasNoWindowYetIsWaitedForAndNotInTrouble() {
        var windows = new ArrayDeque<Optional<LiveWindow>>();
        var window = new LiveWindow("rest", new LiveComparison.Window(1, 0, List.of(5, 3), List.of(5, 3)));
        var bench = new ManyTags(1) {
            @Override
            public Optional<LiveWindow> live(Project project, String run, TagChoice tag) {
                return windows.remove();
            }
        };
        var young = modelOn(bench);
        windows.addAll(List.of(Optional.empty(), Optional.of(window)));
        young.startLive();
        assertThat(young.live().windows()).isEmpty();
        assertThat(young.live().troubleProperty().get()).isNull();
        young.startLive();
        assertEquals(List.of(window), List.copyOf(young.live().windows()));
    }

    @Test
    void aKeyUnderAPassphraseIsAskedForAtEachUseAndAWrongOneSaysSo() throws IOException {
        var user = new UserFolder(folder.resolve("locked"));
        Files.createDirectories(user.signingKey().getParent());
        ModelKeys.create().write(user.signingKey(), Passphrase.of("Bunte Kuh".toCharArray()));
        model = modelOn(new UserBench(user));
        model.flash();
        assertThat(model.key().openProperty().get()).isTrue();
        assertThat(model.stateProperty().get()).isInstanceOf(JobState.Idle.class);

        model.key().answer("Graue Kuh".toCharArray());
        var failed = (JobState.Failed<FlashReceipt>) model.stateProperty().get();
        assertEquals(
                ExportProblem.KEY_PASSPHRASE_WRONG,
                ((ProblemException) failed.cause()).problem().code());
        assertThat(model.key().openProperty().get()).isTrue();
        assertThat(sounds).as("nothing was flashed").isEmpty();

        char[] typed = "Bunte Kuh".toCharArray();
        model.key().answer(typed);
        assertThat(model.receipts().getFirst().verified()).isTrue();
        assertThat(model.key().openProperty().get()).isFalse();
        assertThat(new String(typed)).as("wiped").isBlank();

        model.flash();
        assertThat(model.key().openProperty().get()).as("not kept").isTrue();
        model.key().cancel();
        assertThat(problems).isEmpty();
    }

    @Test
    void aRollCallAsksForThePassphraseToo() throws IOException {
        var user = new UserFolder(folder.resolve("locked"));
        UserFolder.keys(user.signingKey(), KeyKind.ECDSA_P256, Passphrase.of("Bunte Kuh".toCharArray()));
        model = modelOn(new UserBench(user));
        var list = folder.resolve("herd.csv");
        Files.writeString(list, "animal,tag\nAnna,P-1\n");
        var call = model.rollCall();
        call.choose(list);
        call.practiceProperty().set(true);
        call.start();
        assertThat(call.key().openProperty().get()).isTrue();
        call.key().answer("Bunte Kuh".toCharArray());
        assertThat(call.boardProperty().get().complete()).isTrue();
    }

    private FlashViewModel modelOn(TagBench bench) {
        TagStudy.create(folder.resolve("another"));
        var jobs = Jobs.immediate();
        var study = new StudyViewModel(jobs, problems::add);
        var made = new FlashViewModel(jobs, study, bench, problems::add, sounds::add);
        study.open(folder.resolve("another"));
        made.watch();
        return made;
    }

    @Test
    void aTagWithAnotherModelHasNoLiveViewAndSaysWhy() {
        model.startLive();
        assertThat(model.live().windows()).isEmpty();
        assertThat(model.live().troubleProperty().get()).isNotNull();
    }

    @Test
    void theClockIsSetAndTheTagBlinks() {
        model.setClock();
        assertThat(model.saidProperty().get()).contains("clock of Berta");
        model.blink();
        assertThat(model.saidProperty().get()).contains("Berta").contains("blink");
        assertThat(problems).isEmpty();
    }

    @Test
    void mutedMeansSilent() {
        model.sounds().mutedProperty().set(true);
        model.flash();
        assertThat(sounds).isEmpty();
    }

    @Test
    void aRollCallOfEmulatedTagsVerifiesAllAndKeepsEveryReceipt() throws IOException {
        var list = folder.resolve("herd.csv");
        Files.writeString(list, "animal,tag\nAnna,P-1\nBerta,P-2\nClara,P-3\n");
        var call = model.rollCall();
        call.choose(list);
        assertEquals(3, call.boardProperty().get().counts().get(RollCallState.DUE));
        call.practiceProperty().set(true);
        call.start();
        assertThat(call.stateProperty().get()).isInstanceOf(JobState.Succeeded.class);
        assertThat(call.boardProperty().get().complete()).isTrue();
        assertEquals(List.of(ResultSound.VERIFIED, ResultSound.VERIFIED, ResultSound.VERIFIED), sounds);
        assertEquals(
                Map.of("Anna", "P-1", "Berta", "P-2", "Clara", "P-3"),
                model.receipts().stream().collect(Collectors.toMap(one -> one.animal(), one -> one.tag())));
        assertThat(list.resolveSibling("herd.csv.progress")).exists();
    }

    @Test
    void aListThatMakesNoSenseIsAProblemAndNoList() throws IOException {
        var list = folder.resolve("herd.csv");
        Files.writeString(list, "nonsense");
        model.rollCall().choose(list);
        assertThat(model.rollCall().stateProperty().get()).isInstanceOf(JobState.Failed.class);
        assertThat(model.rollCall().rows()).isEmpty();
    }

    @Test
    void everyTroubleIsShownWithItsRemedyAndNoTagIsNamedByItsPort() {
        for (Trouble trouble : Trouble.values()) {
            var port = new TagPort("/dev/ttyACM3", "USB", "", 1, 2);
            var problem = Problem.of(FlashProblem.PORT_BUSY, "/dev/ttyACM3");
            var card = TagCard.of(
                    new TagChoice.Plugged(port),
                    new TagSighting.Troubled(port, trouble, problem),
                    "",
                    TagProfiles.builtIn());
            assertThat(card.ready()).isFalse();
            assertThat(card.title()).doesNotContain("tty");
            assertEquals(List.of(problem), card.troubles());
        }
        for (Mode mode : Mode.values()) {
            var port = new TagPort("COM7", "USB", "", 1, 2);
            var told = new TagIdentity("T-1", "ethotag-ear-nrf52840", "1.0.0", 50, "", false);
            var card = TagCard.of(
                    new TagChoice.Plugged(port),
                    new TagSighting.Answered(port, told, mode, List.of()),
                    "",
                    TagProfiles.builtIn());
            assertEquals("T-1", card.title());
            assertEquals(mode != Mode.RECOVERY, card.ready());
        }
    }

    @Test
    void timeLeftFollowsTheSpeedSoFar() {
        long[] now = {0};
        var left = new TimeLeft(() -> now[0]);
        assertThat(left.at(0.1)).isEmpty();
        now[0] = 2_000_000_000L;
        assertEquals(7, left.at(0.3).orElseThrow().toSeconds());
        assertThat(left.at(-1)).isEmpty();
    }

    @Test
    void aHistoryCellIsNeverAFormula() {
        model.flash();
        var lines = HistoryText.csv(model.receipts()).lines().toList();
        assertEquals(2, lines.size());
        assertThat(lines.get(1))
                .contains("VIRTUAL-0001,Berta,")
                .containsPattern(",passed ([0-9]+) of \\1,\\1,")
                .doesNotContain(",=")
                .doesNotContain(",-1");
    }

    @Test
    void aTableIsSavedWithItsMarkAndAPlaceThatTakesNoneIsAProblem() throws IOException {
        model.flash();
        Path file = folder.resolve("tag-history.csv");
        model.history().save(file, model.receipts());
        assertEquals("\uFEFF" + HistoryText.csv(model.receipts()), Files.readString(file));
        assertThat(model.history().tables().savedProperty().get()).contains("tag-history.csv");
        model.history().save(folder, model.receipts());
        assertThat(problems)
                .singleElement()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failed -> assertThat(failed.problem().what()).contains(folder.toString()));
        assertThat(model.history().tables().savedProperty().get()).isEmpty();
    }

    @Test
    void soundsRiseOrFallAndNeverClick() {
        for (ResultSound sound : ResultSound.values()) {
            byte[] samples = sound.samples();
            for (int edge : new int[] {0, samples.length / 2, samples.length - 1}) {
                assertThat(Math.abs(samples[edge])).isLessThan(8);
            }
        }
        assertThat(crossings(ResultSound.VERIFIED, true)).isLessThan(crossings(ResultSound.VERIFIED, false));
        assertThat(crossings(ResultSound.FAILED, true)).isGreaterThan(crossings(ResultSound.FAILED, false));
    }

    private static long crossings(ResultSound sound, boolean firstHalf) {
        byte[] samples = sound.samples();
        int from = firstHalf ? 1 : samples.length / 2 + 1;
        return IntStream.range(from, from + samples.length / 2 - 1)
                .filter(at -> samples[at - 1] < 0 != samples[at] < 0)
                .count();
    }
}
