package org.ethotag.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {
    @Test
    void theReaderOfTheJdkSeesTheSamePixels() throws IOException {
        var random = new Random(1);
        var image = new WritableImage(37, 11);
        for (int y = 0; y < 11; y++) {
            for (int x = 0; x < 37; x++) {
                image.getPixelWriter().setArgb(x, y, random.nextInt() | 0xFF000000);
            }
        }
        var read = ImageIO.read(new ByteArrayInputStream(Png.bytes(image)));
        assertThat(read.getWidth() + " x " + read.getHeight()).isEqualTo("37 x 11");
        for (int y = 0; y < 11; y++) {
            for (int x = 0; x < 37; x++) {
                assertThat(read.getRGB(x, y)).isEqualTo(image.getPixelReader().getArgb(x, y));
            }
        }
    }
}
