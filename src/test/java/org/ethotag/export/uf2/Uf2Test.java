package org.ethotag.export.uf2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.export.Problems.assertProblem;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.ethotag.export.ExportProblem;
import org.junit.jupiter.api.Test;

class Uf2Test {
    /** nRF52840 (microsoft/uf2, utils/uf2families.json). */
    private static final long FAMILY = 0xADA52840L;

    private static final int ADDRESS = 0x0008_0000;

    @Test
    void aBlockHasTheLayoutOfTheFormat() {
        byte[] content = bytes(300);
        byte[] file = Uf2Writer.write(content, FAMILY, ADDRESS);
        assertThat(file).hasSize(1024);
        var second = ByteBuffer.wrap(file, 512, 512).slice().order(ByteOrder.LITTLE_ENDIAN);
        var expected = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
        expected.putInt(0x0A324655).putInt(0x9E5D5157).putInt(0x2000).putInt(ADDRESS + 256);
        expected.putInt(256).putInt(1).putInt(2).putInt((int) FAMILY);
        expected.put(content, 256, 44).putInt(508, 0x0AB16F30).rewind();
        assertThat(second).isEqualTo(expected);
    }

    @Test
    void readingGivesTheContentBackFromAnyAddress() {
        byte[] content = bytes(5000);
        var file = Uf2File.parse(Uf2Writer.write(content, FAMILY, ADDRESS));
        assertThat(file.blocks()).hasSize(20).allMatch(block -> block.familyId() == FAMILY);
        assertThat(file.content(ADDRESS, 5000)).isEqualTo(content);
        assertThat(file.content(ADDRESS + 250, 700)).isEqualTo(Arrays.copyOfRange(content, 250, 950));
    }

    @Test
    void flashThatTheFileDoesNotHaveIsAProblem() {
        var file = Uf2File.parse(Uf2Writer.write(bytes(256), FAMILY, ADDRESS));
        assertProblem(ExportProblem.BAD_FIELD, () -> file.content(ADDRESS, 257));
        assertProblem(ExportProblem.BAD_FIELD, () -> file.content(ADDRESS - 1, 2));
    }

    @Test
    void blocksThatAreNotForFlashAreLeftOut() {
        byte[] file = Uf2Writer.write(bytes(512), FAMILY, ADDRESS);
        file[512 + 8] |= 1;
        assertThat(Uf2File.parse(file).blocks()).hasSize(1);
    }

    @Test
    void whatIsNoUf2FileIsRefused() {
        byte[] file = Uf2Writer.write(bytes(512), FAMILY, ADDRESS);
        assertProblem(ExportProblem.WRONG_SIZE, () -> Uf2File.parse(new byte[0]));
        assertProblem(ExportProblem.NOT_THIS_FORMAT, () -> Uf2File.parse(new byte[512]));
        assertProblem(ExportProblem.WRONG_SIZE, () -> Uf2File.parse(Arrays.copyOf(file, 600)));
        file[512 + 508] = 0;
        assertProblem(ExportProblem.BAD_FIELD, () -> Uf2File.parse(file));
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }
}
