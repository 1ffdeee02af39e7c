package org.ethotag.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MagnificationTest {
    @TempDir
    private Path folder;

    @Test
    void aChoiceIsRememberedAndTakenBack() {
        kept().choose(Optional.of(150));
        assertEquals(Optional.of(150), kept().percent());
        kept().choose(Optional.empty());
        assertEquals(Optional.empty(), kept().percent());
    }

    @Test
    void aNumberThatCannotBeChosenCountsAsNone() {
        new UserSettings(folder.resolve("window.properties")).setChoice("magnification", "5000");
        assertEquals(Optional.empty(), kept().percent());
    }

    private Magnification kept() {
        return new Magnification(new UserSettings(folder.resolve("window.properties")));
    }
}
