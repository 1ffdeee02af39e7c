package org.ethotag.flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.ethotag.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path folder;

    private Journal journal;

    @BeforeEach
    void open() {
        journal = new Journal(folder.resolve("journal"), TagClock.system());
    }

    @Test
    void aJobIsOpenUntilItsEndIsWritten() {
        assertThat(journal.openJobs()).isEmpty();
        var file = journal.begin(Map.of(JournalFile.IMAGE, "a model = ü.img", JournalFile.SHA, "ab"));
        file.write(FlashState.IDENTIFIED, Map.of(JournalFile.SERIAL, "TAG 7%"));
        file.write(FlashState.UPLOADING);
        assertThat(journal.openJobs()).singleElement().satisfies(job -> {
            assertThat(job.serial()).isEqualTo("TAG 7%");
            assertThat(job.imageName()).isEqualTo("a model = ü.img");
            assertThat(job.imageSha256()).isEqualTo("ab");
            assertThat(job.state()).isEqualTo(FlashState.UPLOADING);
        });
        file.write(FlashState.REVERTED);
        assertThat(journal.openJobs()).isEmpty();
    }

    @Test
    void aLineThatWasCutShortNeverHappened() throws IOException {
        journal.begin(Map.of()).write(FlashState.UPLOADING);
        Path file = journal.openJobs().getFirst().file();
        byte[] whole = Files.readAllBytes(file);
        journal.begin(Map.of()).write(FlashState.CONFIRMED);
        Files.writeString(file, "2026-05-01T12:00:00Z CONFIRMED deadb", StandardOpenOption.APPEND);
        assertThat(journal.openJobs())
                .singleElement()
                .satisfies(job -> assertThat(job.state()).isEqualTo(FlashState.UPLOADING));
        JournalFile.resume(file, TagClock.system()).write(FlashState.UPLOADED);
        assertThat(journal.openJobs())
                .singleElement()
                .satisfies(job -> assertThat(job.state()).isEqualTo(FlashState.UPLOADED));
        for (int length = whole.length; length > 0; length--) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(journal.openJobs()).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void aDamagedLineInTheMiddleIsAProblem() throws IOException {
        journal.begin(Map.of()).write(FlashState.UPLOADING);
        Path file = journal.openJobs().getFirst().file();
        Files.writeString(file, Files.readString(file).replaceFirst("FOUND", "FOUMD"));
        assertThatThrownBy(journal::openJobs)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        damaged -> assertThat(damaged.problem().code()).isEqualTo(FlashProblem.JOURNAL_DAMAGED));
    }

    @Test
    void oneTagIsForOneJobAtATime() {
        try (var _ = journal.lock("TAG/7")) {
            assertThatThrownBy(() -> journal.lock("TAG/7")).isInstanceOf(ProblemException.class);
            journal.lock("TAG/8").close();
        }
        journal.lock("TAG/7").close();
    }

    @Test
    void imagesAreKeptAsLongAsAnOpenJobNeedsThem() {
        byte[] image = {1, 2, 3};
        String sha = HexFormat.of().formatHex(ImageUpload.sha256(image));
        var file = journal.begin(Map.of(JournalFile.SHA, sha));
        journal.keep(sha, image);
        journal.tidy();
        assertThat(journal.image(journal.openJobs().getFirst()).orElseThrow()).containsExactly(1, 2, 3);
        var job = journal.openJobs().getFirst();
        file.write(FlashState.FAILED);
        journal.tidy();
        assertThat(journal.image(job)).isEmpty();
    }
}
