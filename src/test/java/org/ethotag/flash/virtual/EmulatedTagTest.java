package org.ethotag.flash.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmulatedTagTest {
    @TempDir
    Path folder;

    @Test
    void aFactoryNewTagRunsNoModelAndSaysWhoItIs() {
        var settings = VirtualTagSettings.of(FlashBench.SERIAL, FlashBench.HARDWARE, List.of(FlashBench.KEYS.publicKey()));
        try (var tag = EmulatedTag.open(folder.resolve("memory"), Path.of("/tmp/f1/programs"), EmulatedCore.CORTEX_M3, settings);
                var link = tag.connector().connect("", Duration.ofSeconds(10))) {
            System.out.println(link.identity());
            System.out.println(link.imageState());
            System.out.println(link.slots());
            System.out.println(link.echo("hello"));
            System.out.println(link.time());
        }
    }
}
