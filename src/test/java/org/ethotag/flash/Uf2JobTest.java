package org.ethotag.flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.ethotag.export.uf2.Uf2Writer;
import org.ethotag.job.JobMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Uf2JobTest {
    private static final TagProfile EAR = TagProfiles.builtIn().named("ear-nrf52840");

    @TempDir
    Path folder;

    private DriveFolder drive;
    private byte[] content;
    private byte[] file;

    @BeforeEach
    void plugIn() throws IOException {
        drive = new DriveFolder(folder.resolve("TAGBOOT"), EAR.uf2().boardId());
        content = new byte[5_120];
        new Random(1).nextBytes(content);
        file = Uf2Writer.write(content, EAR.uf2().family(), EAR.uf2().address());
    }

    @Test
    void theFileIsTakenAndReadBack() {
        var receipt = flash(file);
        assertThat(receipt.problems()).isEmpty();
        assertEquals(FlashOutcome.VERIFIED, receipt.outcome());
        assertEquals(content.length, receipt.sentBytes());
        assertThat(receipt.unchecked()).contains(FlashCheck.SIGNATURE, FlashCheck.WAY_BACK, FlashCheck.SERIAL);
        assertEquals(1, drive.files());
    }

    @Test
    void whatIsThereAlreadyIsComparedAndNotWrittenTwice() {
        flash(file);
        var again = flash(file);
        assertEquals(FlashOutcome.VERIFIED, again.outcome());
        assertEquals(0, again.sentBytes());
        assertEquals(1, drive.files());
    }

    @Test
    void aDriveOfAnotherBoardIsLeftAlone() throws IOException {
        drive = new DriveFolder(folder.resolve("OTHER"), "RPI-RP2");
        assertRefused(FlashProblem.WRONG_HARDWARE, flash(file));
    }

    @Test
    void aFileForAnotherChipOrPlaceIsRefused() {
        assertRefused(
                FlashProblem.UF2_OTHER_PLACE,
                flash(Uf2Writer.write(content, 0xE48BFF56L, EAR.uf2().address())));
        assertRefused(
                FlashProblem.UF2_OTHER_PLACE,
                flash(Uf2Writer.write(content, EAR.uf2().family(), 0x1000)));
    }

    @Test
    void aFileLargerThanTheSlotIsRefused() {
        var large = Uf2Writer.write(
                new byte[EAR.slotBytes() + 256], EAR.uf2().family(), EAR.uf2().address());
        assertRefused(FlashProblem.IMAGE_TOO_LARGE, flash(large));
    }

    @Test
    void aFolderThatIsNoDriveIsRefused() throws IOException {
        Files.delete(drive.folder().resolve("INFO_UF2.TXT"));
        assertRefused(FlashProblem.UF2_NO_DRIVE, flash(file));
    }

    @Test
    void aDriveThatDoesNotComeBackIsUnknownAndTheNextTryComparesOnly() {
        drive.stayAway();
        var receipt = flash(file);
        assertUnknown(FlashProblem.UF2_NOT_BACK, receipt);
        drive.comeBack();
        var again = flash(file);
        assertEquals(FlashOutcome.VERIFIED, again.outcome());
        assertEquals(0, again.sentBytes());
    }

    @Test
    void aDriveThatStoresSomethingElseIsUnknown() {
        drive.spoilByte(700);
        assertUnknown(FlashProblem.UF2_DIFFERS, flash(file));
    }

    private FlashReceipt flash(byte[] uf2) {
        return new Uf2Job(new Uf2Order("model.uf2", uf2, EAR, new Uf2Drive(drive.folder())), drive)
                .run(JobMonitor.unwatched());
    }

    private void assertRefused(FlashProblem code, FlashReceipt receipt) {
        assertThat(receipt.problems()).extracting(problem -> problem.code()).containsExactly(code);
        assertEquals(FlashOutcome.REFUSED, receipt.outcome());
        assertEquals(0, drive.files());
    }

    private static void assertUnknown(FlashProblem code, FlashReceipt receipt) {
        assertThat(receipt.problems()).extracting(problem -> problem.code()).containsExactly(code);
        assertEquals(FlashOutcome.UNKNOWN, receipt.outcome());
    }

    /** A folder that behaves like a loader's drive whenever somebody waits: takes the file, goes away, comes back. */
    private static final class DriveFolder implements TagClock {
        private final Path folder;
        private final String board;
        private byte[] flash = new byte[0];
        private int spoiled = -1;
        private int files;
        private boolean away;
        private boolean returns = true;
        private long nanos;

        DriveFolder(Path folder, String board) throws IOException {
            this.folder = folder;
            this.board = board;
            Files.createDirectories(folder);
            show();
        }

        Path folder() {
            return folder;
        }

        int files() {
            return files;
        }

        void stayAway() {
            returns = false;
        }

        void comeBack() {
            returns = true;
            show();
            away = false;
        }

        void spoilByte(int at) {
            spoiled = at;
        }

        private void show() {
            try {
                Files.writeString(
                        folder.resolve("INFO_UF2.TXT"),
                        "UF2 Bootloader 0.6\r\nModel: A tag\r\nBoard-ID: " + board + "\r\n",
                        StandardCharsets.US_ASCII);
                if (flash.length > 0) {
                    Files.write(folder.resolve("CURRENT.UF2"), flash);
                }
            } catch (IOException broken) {
                throw new AssertionError(broken);
            }
        }

        @Override
        public void pause(Duration length) {
            nanos += length.toNanos();
            try {
                Path arrived = folder.resolve("MODEL.UF2");
                if (Files.exists(arrived)) {
                    flash = Files.readAllBytes(arrived);
                    if (spoiled >= 0) {
                        flash[spoiled] ^= 1;
                    }
                    files++;
                    for (String name : new String[] {"MODEL.UF2", "INFO_UF2.TXT", "CURRENT.UF2"}) {
                        Files.deleteIfExists(folder.resolve(name));
                    }
                    away = true;
                } else if (away && returns) {
                    away = false;
                    show();
                }
            } catch (IOException broken) {
                throw new AssertionError(broken);
            }
        }

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }
    }
}
