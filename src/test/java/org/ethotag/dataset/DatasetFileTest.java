package org.ethotag.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ethotag.testkit.Trials.trials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ethotag.problem.ProblemException;
import org.ethotag.signal.WindowSpec;
import org.ethotag.testkit.Datasets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetFileTest {
    private static final Dataset SMALL = Datasets.of("graze", "Wiederkäuen")
            .cut(new WindowSpec(4, 2))
            .window("s2", "b", 7_000_000_000L, 1)
            .window("s1", "a", 3, 0)
            .build();

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadBack() {
        var read = written(SMALL);
        assertThat(read.classes()).isEqualTo(SMALL.classes());
        assertThat(read.rate()).isEqualTo(SMALL.rate());
        assertThat(read.spec()).isEqualTo(SMALL.spec());
        assertThat(read.windows()).isEqualTo(SMALL.windows());
        assertThat(read.valuesG(0)).isEqualTo(SMALL.valuesG(0));
        assertThat(read.valuesG(1)).isEqualTo(SMALL.valuesG(1));
    }

    @Test
    void aDatasetWithoutWindowsIsReadBack() {
        assertThat(written(Datasets.of("graze").build()).size()).isZero();
    }

    @Test
    void theFileIsAsItsPageSays() throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file(SMALL)));
        assertThat(bytes.getInt(0)).isEqualTo(0x45544857);
        assertThat(bytes.getInt(4)).isEqualTo(1);
        assertThat(bytes.getDouble(8)).isEqualTo(10);
        assertThat(bytes.getInt(16)).isEqualTo(4);
        assertThat(bytes.getInt(20)).isEqualTo(2);
        int names = (4 + 4 + 5 + 4 + 12) + (4 + 4 + 2 + 4 + 2) + (4 + 4 + 1 + 4 + 1);
        assertThat(bytes.capacity()).isEqualTo(24 + names + 4 + 2 * (20 + 12 * 4) + 32);
    }

    @Test
    void theIdentityIsTheHashOfAllBytesBeforeTheLast32() throws IOException, NoSuchAlgorithmException {
        byte[] bytes = Files.readAllBytes(file(SMALL));
        byte[] content = Arrays.copyOf(bytes, bytes.length - 32);
        var expected =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        assertThat(SMALL.sha256())
                .isEqualTo(expected)
                .isEqualTo(HexFormat.of().formatHex(bytes, bytes.length - 32, bytes.length));
    }

    @Test
    void theOrderOfWindowsIsPartOfTheIdentity() {
        assertThat(SMALL.only(new int[] {1, 0}).sha256()).isNotEqualTo(SMALL.sha256());
    }

    @Test
    void anyChangedByteIsFound() {
        byte[] whole = bytes(file(SMALL));
        trials(whole.length, random -> {
            byte[] changed = whole.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            assertRefused(changed);
        });
    }

    @Test
    void anyShorterOrLongerFileIsRefused() {
        byte[] whole = bytes(file(SMALL));
        for (int length = 0; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length));
        }
        assertRefused(Arrays.copyOf(whole, whole.length + 1));
    }

    @Test
    void aHugeCountInASmallFileTakesNoMemory() {
        byte[] bytes = bytes(file(Datasets.of("graze").build()));
        ByteBuffer.wrap(bytes).putInt(bytes.length - 32 - 4, Integer.MAX_VALUE);
        assertRefused(bytes);
    }

    @Test
    void aNewerFileIsRefusedWithItsVersion() {
        byte[] bytes = bytes(file(SMALL));
        ByteBuffer.wrap(bytes).putInt(4, DatasetFile.VERSION + 1);
        assertProblem(DatasetProblem.NEWER_FILE, () -> DatasetFile.read(rewritten(bytes)));
    }

    @Test
    void aMissingFileIsAProblem() {
        assertProblem(DatasetProblem.FILE_UNREADABLE, () -> DatasetFile.read(folder.resolve("none")));
    }

    @Test
    void aMissingFolderIsAProblemAndLeavesNothing() {
        var file = folder.resolve("none").resolve("windows.bin");
        assertProblem(DatasetProblem.FILE_UNWRITABLE, () -> DatasetFile.write(SMALL, file));
        assertThat(folder).isEmptyDirectory();
    }

    private void assertRefused(byte[] bytes) {
        assertThatThrownBy(() -> DatasetFile.read(rewritten(bytes)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isIn(DatasetProblem.BAD_FILE, DatasetProblem.NEWER_FILE));
    }

    private static void assertProblem(DatasetProblem expected, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(expected));
    }

    private Dataset written(Dataset dataset) {
        return DatasetFile.read(file(dataset));
    }

    private Path file(Dataset dataset) {
        var file = folder.resolve("windows.bin");
        DatasetFile.write(dataset, file);
        return file;
    }

    private Path rewritten(byte[] bytes) {
        try {
            return Files.write(folder.resolve("changed.bin"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
