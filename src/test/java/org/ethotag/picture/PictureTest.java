package org.ethotag.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.ethotag.picture.Mark.Side;
import org.ethotag.problem.ProblemException;
import org.junit.jupiter.api.Test;

class PictureTest {
    @Test
    void pixelsAreTwiceThePictureAndHaveTheColoursOfTheMarks() throws Exception {
        var picture = new Drawing()
                .box(10, 10, 30, 20, "#e69f00", "")
                .dot(70, 20, 6, "#0072b2", "")
                .line(0, 45, 100, 45, 2, "#000000")
                .picture("shapes", 100, 50);
        var image = ImageIO.read(new ByteArrayInputStream(picture.file(Picture.Format.PNG)));
        assertEquals(200, image.getWidth());
        assertEquals(100, image.getHeight());
        assertEquals(0xffffffff, image.getRGB(4, 4));
        assertEquals(0xffe69f00, image.getRGB(40, 40));
        assertEquals(0xff0072b2, image.getRGB(140, 40));
        assertEquals(0xff000000, image.getRGB(100, 90));
    }

    @Test
    void svgIsXmlWhateverTheNamesAre() throws Exception {
        var nasty = "a < b & \"c\" \u0001 </text><script>";
        var picture = new Drawing()
                .box(1, 2, 3, 4, "#e69f00", nasty)
                .text(5, 6, nasty, Side.MIDDLE)
                .picture(nasty, 100, 50);
        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(picture.file(Picture.Format.SVG)))
                .getDocumentElement();
        assertEquals(
                "a < b & \"c\"  </text><script>",
                root.getElementsByTagName("text").item(0).getTextContent());
        assertEquals(0, root.getElementsByTagName("script").getLength());
        assertEquals(
                "3",
                root.getElementsByTagName("rect")
                        .item(1)
                        .getAttributes()
                        .getNamedItem("width")
                        .getNodeValue());
    }

    @Test
    void aMarkWithoutASizeIsLeftOut() {
        assertThat(new Drawing()
                        .box(1, 1, 0, 5, "#e69f00", "")
                        .picture("", 5, 5)
                        .marks())
                .isEmpty();
    }

    @Test
    void whatNoProgramOpensIsRefusedAsPixelsAndWrittenAsSvg() {
        var tall = new Drawing().picture("tall", 100, 20_000);
        assertThrows(ProblemException.class, () -> tall.file(Picture.Format.PNG));
        assertThat(new String(tall.file(Picture.Format.SVG), StandardCharsets.UTF_8))
                .contains("height=\"20000\"");
    }

    @Test
    void tintsGoFromTheGroundToTheTint() {
        assertEquals("#ffffff", Tones.light().of(Tones.tint(0)));
        assertEquals("#0f7a6c", Tones.light().of(Tones.tint(1)));
        assertEquals("#87bdb6", Tones.light().of(Tones.tint(0.5)));
    }
}
