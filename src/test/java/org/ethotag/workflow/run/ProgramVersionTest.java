package org.ethotag.workflow.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramVersionTest {
    @TempDir
    Path folder;

    @Test
    void theProgramHasAHashOfItsCodeThatStays() {
        assertThat(ProgramVersion.codeSha256()).matches("[0-9a-f]{64}").isEqualTo(ProgramVersion.codeSha256());
    }

    /** SHA-256 of "abc": FIPS 180-2, appendix B.1. */
    @Test
    void anArchivesHashIsThatOfTheFile() throws IOException, NoSuchAlgorithmException {
        var file = Files.writeString(folder.resolve("program.jar"), "abc");
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", ProgramVersion.sha256(file));
    }

    @Test
    void anyChangeOfAnyClassChangesTheHash() throws IOException, NoSuchAlgorithmException {
        Files.createDirectories(folder.resolve("a"));
        var one = Files.writeString(folder.resolve("a/One.class"), "one");
        var before = ProgramVersion.sha256(folder);
        assertEquals(before, ProgramVersion.sha256(folder));
        Files.writeString(one, "two");
        var changed = ProgramVersion.sha256(folder);
        assertNotEquals(before, changed);
        Files.move(one, folder.resolve("a/Two.class"));
        assertNotEquals(changed, ProgramVersion.sha256(folder));
    }
}
