package org.ethotag.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.shape.Rectangle;
import javax.imageio.ImageIO;
import org.ethotag.picture.Drawing;
import org.ethotag.picture.Tones;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.job.Jobs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureExportTest {
    @TempDir
    private Path folder;

    private final List<Throwable> problems = new ArrayList<>();
    private final List<String> suggested = new ArrayList<>();

    @BeforeAll
    static void startToolkit() {
        Windows.start();
    }

    @Test
    void aPictureAndItsTableAreWritten() throws IOException {
        var picture = new Drawing().box(0, 0, 10, 10, "#009e73", "").picture("box", 30, 20);
        var export = Windows.onFx(() -> export().picture(() -> () -> picture).table(() -> () -> "a,b\n"));
        Windows.inFx(() -> export.getItems().forEach(MenuItem::fire));
        assertEquals(List.of("herd.png", "herd.svg", "herd.csv"), suggested);
        assertEquals(60, ImageIO.read(folder.resolve("herd.png").toFile()).getWidth());
        assertThat(folder.resolve("herd.svg")).content().contains("#009e73");
        assertThat(folder.resolve("herd.csv")).hasContent("a,b\n");
        assertThat(problems).isEmpty();
    }

    @Test
    void aNodeIsWrittenWithTwoPixelsForEachOnScreen() throws IOException {
        var node = Windows.onFx(() -> {
            var group = new Group(new Rectangle(40, 25));
            var _ = new Scene(group);
            return group;
        });
        var export = Windows.onFx(() -> export().node(() -> node));
        Windows.inFx(() -> export.getItems().getFirst().fire());
        var image = ImageIO.read(folder.resolve("herd.png").toFile());
        assertEquals(80, image.getWidth());
        assertEquals(50, image.getHeight());
    }

    @Test
    void whatCannotBeWrittenIsToldAndLeavesNothing() throws IOException {
        Files.createDirectory(folder.resolve("herd.csv"));
        Files.createFile(folder.resolve("herd.csv/taken"));
        var export = Windows.onFx(() -> export().table(() -> () -> "a\n"));
        Windows.inFx(() -> export.getItems().getFirst().fire());
        assertEquals(1, problems.size());
        assertThat(folder.resolve("herd.csv.part")).doesNotExist();
    }

    @Test
    void theHintIsThatOfTheForemostMark() {
        var canvas = Windows.onFx(PictureCanvas::new);
        var picture = new Drawing()
                .box(0, 0, 50, 50, Tones.EMPTY, "ground")
                .box(10, 10, 10, 10, "#009e73", "grazing 80 %")
                .dot(40, 40, 5, "#009e73", "mean")
                .picture("marks", 100, 100);
        Windows.inFx(() -> canvas.show(picture, Tones.light()));
        assertEquals("grazing 80 %", canvas.hintAt(12, 12));
        assertEquals("ground", canvas.hintAt(5, 5));
        assertEquals("mean", canvas.hintAt(43, 41));
        assertEquals("", canvas.hintAt(80, 80));
    }

    private PictureExport export() {
        return new PictureExport(Jobs.immediate().background(), problems::add, () -> "herd").askedBy(name -> {
            suggested.add(name);
            return Optional.of(folder.resolve(name));
        });
    }
}
