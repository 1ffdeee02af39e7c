package org.ethotag.flash.smp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.ethotag.flash.smp.Cbor.Lengths;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Messages that another program wrote (golden/flash/smp/PROVENANCE.md). */
class ForeignMessagesTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/golden/flash/smp/messages.csv", numLinesToSkip = 1, quoteCharacter = '"')
    void aMessageOfAnotherProgramMeansWhatItSaysAndIsWrittenByteForByte(String name, String fields, String bytes) {
        var packet = SmpPacket.parse(HexFormat.of().parseHex(bytes)).orElseThrow();
        assertEquals(fields, packet.body().toString());
        assertEquals(bytes, HexFormat.of().formatHex(packet.encode(Lengths.DEFINITE)), name);
    }
}
