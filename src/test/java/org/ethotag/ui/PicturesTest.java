package org.ethotag.ui;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.ethotag.ui.theme.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes pictures of every page, in both looks: {@code mvn test -Dtest=PicturesTest -Dpictures=target/pictures}, with {@code -Dlook=dark} only in one, and with {@code -Dreadme} those of the readme, too. */
class PicturesTest {
    @TempDir
    private Path folder;

    @Test
    void everyPageInBothLooks() throws IOException {
        String wanted = System.getProperty("pictures", "");
        assumeTrue(!wanted.isEmpty(), "pictures are taken with -Dpictures=FOLDER");
        for (Look look : Look.values()) {
            if (!System.getProperty("look", look.settingName()).equals(look.settingName())) {
                continue;
            }
            new PictureTour(folder.resolve(look.settingName()), Path.of(wanted), look).run();
        }
        if (System.getProperty("readme") != null) {
            ReadmePicturesTest.copy(Path.of(wanted));
        }
    }
}
