package org.ethotag.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * The pictures of the pages for people are made by the tour through the real window:
 * {@code mvn test -Dtest=PicturesTest -Dpictures=target/pictures -Dlook=light -Dreadme}.
 */
class ReadmePicturesTest {
    private static final Path FOLDER = Path.of("src/site/resources/pictures");
    private static final Pattern NAMED = Pattern.compile("!\\[[^]]+]\\([^)]*?pictures/([^)/]+)\\)");

    /** Name of the file | name of the picture that the tour takes. */
    static final Map<String, String> MADE =
            Map.of("label.png", "label-light.png", "compare.png", "compare-fixed-light.png");

    private static Set<String> named() throws IOException {
        var named = new TreeSet<String>();
        try (var pages = Files.walk(Path.of("src/site/markdown"))) {
            for (Path page : Stream.concat(Stream.of(Path.of("README.md")), pages)
                    .filter(page -> page.toString().endsWith(".md"))
                    .toList()) {
                NAMED.matcher(Files.readString(page)).results().forEach(found -> named.add(found.group(1)));
            }
        }
        return named;
    }

    @Test
    void everyPictureThatAPageNamesIsMadeByTheTourAndLiesThere() throws IOException {
        try (var files = Files.list(FOLDER)) {
            var there = new TreeSet<String>();
            files.forEach(file -> there.add(file.getFileName().toString()));
            assertEquals(named(), there);
            assertEquals(new TreeSet<>(MADE.keySet()), there);
        }
    }

    @Test
    void everyPictureIsAWindowOfTheSizeThatTheReviewsUse() throws IOException {
        var sizes = new TreeMap<String, String>();
        var wanted = new TreeMap<String, String>();
        for (String name : MADE.keySet()) {
            var image = ImageIO.read(FOLDER.resolve(name).toFile());
            sizes.put(name, image.getWidth() + " x " + image.getHeight());
            wanted.put(name, "1280 x 800");
        }
        assertEquals(wanted, sizes);
    }

    /** Puts what the tour took into the folder of the pages. */
    static void copy(Path taken) throws IOException {
        for (var picture : MADE.entrySet()) {
            var image = ImageIO.read(taken.resolve(picture.getValue()).toFile());
            ImageIO.write(image, "png", FOLDER.resolve(picture.getKey()).toFile());
        }
    }
}
