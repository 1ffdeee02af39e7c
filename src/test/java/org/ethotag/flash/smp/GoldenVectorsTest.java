package org.ethotag.flash.smp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.ethotag.flash.smp.Cbor.Lengths;
import org.junit.jupiter.api.Test;

/** Vectors taken from a conversation with Zephyr 3.4 (native build, MCUmgr over its UART transport). */
class GoldenVectorsTest {
    @Test
    void anEchoRequestOfTheFirstVersionIsTheseBytes() {
        var packet = new SmpPacket(0, 2, 0, 0, 0, Fields.of("d", "hello"));
        assertThat(hex(packet.encode(Lengths.DEFINITE))).isEqualTo("0200000900000000a161646568656c6c6f");
        assertThat(FrameEncoder.frame(packet.encode(Lengths.DEFINITE))).isEqualTo(line("ABMCAAAJAAAAAKFhZGVoZWxsbyVv"));
    }

    @Test
    void theEchoResponseOfTheFirstVersionIsRead() {
        assertThat(read("ABQDAAAKAAAAAL9hcmVoZWxsb/8GPg=="))
                .containsExactly(new SmpPacket(0, 3, 0, 0, 0, Fields.of("r", "hello")));
    }

    @Test
    void theChecksumOfTheEchoRequestIs256F() {
        byte[] packet = HexFormat.of().parseHex("0200000900000000a161646568656c6c6f");
        assertThat(Crc16.of(packet, 0, packet.length)).isEqualTo(0x256F);
    }

    @Test
    void aParametersRequestIsTheseBytes() {
        assertThat(hex(new SmpPacket(0, 0, 0, 1, 6, Fields.none()).encode(Lengths.DEFINITE)))
                .isEqualTo("0000000100000106a0");
    }

    @Test
    void theParametersResponseIsReadAndWritten() {
        String bytes = "0100001900000106bf686275665f73697a65190400696275665f636f756e7404ff";
        var packet = new SmpPacket(0, 1, 0, 1, 6, Fields.of("buf_size", 1024).with("buf_count", 4));
        assertThat(SmpPacket.parse(HexFormat.of().parseHex(bytes))).contains(packet);
        assertThat(hex(packet.encode(Lengths.INDEFINITE))).isEqualTo(bytes);
    }

    @Test
    void theFirstUploadRequestBeginsWithTheseBytes() {
        var body = Fields.of("image", 1)
                .with("len", 0x50BE)
                .with("sha", new byte[32])
                .with("off", 0)
                .with("data", new byte[840]);
        var bytes = hex(new SmpPacket(1, 2, 1, 1, 1, body).encode(Lengths.DEFINITE));
        assertThat(bytes)
                .startsWith("0a00038a00010101a565696d61676501636c656e1950be63736861" + "5820" + "00".repeat(32)
                        + "636f6666006464617461590348")
                .hasSize(2 * (8 + 0x38A));
    }

    @Test
    void theFirstUploadResponseIsRead() {
        assertThat(read("ABMLAAAJAAEBAb9jb2ZmGQNI/xAq"))
                .containsExactly(new SmpPacket(1, 3, 1, 1, 1, Fields.of("off", 840)));
    }

    @Test
    void bothFormsOfTheBadMagicResponseAreRead() {
        assertThat(SmpPacket.parse(HexFormat.of().parseHex("0300000600010d01bf62726301ff")))
                .contains(new SmpPacket(0, 3, 1, 13, 1, Fields.of("rc", 1)));
        assertThat(SmpPacket.parse(
                        HexFormat.of().parseHex("0b00001300011d01bf63726574bf6567726f757001627263" + "17ffff")))
                .contains(new SmpPacket(
                        1, 3, 1, 29, 1, Fields.of("ret", Fields.of("group", 1).with("rc", 23))));
    }

    private static List<SmpPacket> read(String base64) {
        byte[] line = line(base64);
        return new FrameDecoder(1020, FrameDecoder.Reading.MARKER_ANYWHERE)
                .feed(line, line.length).stream()
                        .map(bytes -> SmpPacket.parse(bytes).orElseThrow())
                        .toList();
    }

    private static byte[] line(String base64) {
        return ("\u0006\t" + base64 + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
