package org.ethotag.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.ethotag.recording.RecordingStore;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Sizes that files claim, and files that are as large as they claim: memory is not taken for either. */
class DeclaredSizesTest {
    private static final long THREE_GIGABYTES = 3L << 30;
    private static final int DEEP = 200_000;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> aNumberBlownUpAnywhereTakesNoMemory() throws IOException {
        return Stranger.all(folder).stream()
                .map(stranger -> DynamicTest.dynamicTest(stranger.name(), () -> blowUp(stranger)));
    }

    private void blowUp(Stranger stranger) throws IOException {
        var place = Files.createDirectories(folder.resolve("blown"));
        byte[] absurd = {-1, -1, -1, 0x7F};
        for (int at : Stranger.words(stranger.valid().length)) {
            byte[] broken = stranger.valid().clone();
            System.arraycopy(absurd, 0, broken, at, at % 2 == 0 ? 4 : 2);
            Refusals.refused(stranger.name() + " at " + at, broken.length, () -> stranger.read(place, broken));
        }
    }

    @TestFactory
    Stream<DynamicTest> aFileOfThreeGigabytesIsRefusedBeforeItIsRead() throws IOException {
        return Stranger.all(folder).stream()
                .map(stranger -> DynamicTest.dynamicTest(stranger.name(), () -> {
                    var file = Files.createDirectories(folder.resolve("huge")).resolve(stranger.file());
                    sparse(file, stranger.valid());
                    assertThat(Refusals.refused(
                                    stranger.name(), 0, () -> stranger.reading().accept(file)))
                            .isTrue();
                    Files.delete(file);
                }));
    }

    private static void sparse(Path file, byte[] start) throws IOException {
        try (var out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(start);
            out.setLength(THREE_GIGABYTES);
        }
    }

    @TestFactory
    Stream<DynamicTest> aFolderInTheFilesPlaceIsRefused() throws IOException {
        return Stranger.all(folder).stream()
                .map(stranger -> DynamicTest.dynamicTest(stranger.name(), () -> {
                    var place = Files.createDirectories(
                            folder.resolve("a folder").resolve(stranger.name()).resolve(stranger.file()));
                    assertThat(Refusals.refused(
                                    stranger.name(), 0, () -> stranger.reading().accept(place)))
                            .isTrue();
                }));
    }

    @TestFactory
    Stream<DynamicTest> jsonAsDeepAsAWellDoesNotOverflowTheStack() throws IOException {
        return Stranger.json(folder).stream()
                .flatMap(stranger -> List.of("[", "{\"a\":").stream()
                        .map(open -> DynamicTest.dynamicTest(stranger.name() + " of " + open, () -> {
                            byte[] deep = open.repeat(DEEP).getBytes(StandardCharsets.UTF_8);
                            assertThat(Refusals.refused(
                                            stranger.name(), deep.length, () -> stranger.read(folder, deep)))
                                    .isTrue();
                        })));
    }

    /** The header's checksum is right, as a stranger can make it; only the sizes are absurd. */
    @Test
    void aTraceWhoseHeaderClaimsADirectoryOfGigabytesIsRefused() throws IOException {
        byte[] header =
                ByteBuffer.wrap(StrangeStudy.trace(folder), 0, 128).slice().array();
        var bytes = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN).put(header, 0, 128);
        long samples = 60_000_000_000L;
        bytes.putLong(16, THREE_GIGABYTES).putLong(24, Math.min(samples, THREE_GIGABYTES));
        long chunks = Math.ceilDiv(bytes.getLong(24), 65_536);
        bytes.putLong(80, 128).putLong(88, 128 + 24 * chunks);
        var crc = new CRC32C();
        crc.update(bytes.array(), 0, 124);
        bytes.putInt(124, (int) crc.getValue());
        var traces = Files.createDirectories(folder.resolve("traces"));
        sparse(traces.resolve("s1.trace"), bytes.array());
        assertThat(Refusals.refused(
                        "trace", 0, () -> new RecordingStore(traces).open("s1").close()))
                .isTrue();
    }
}
