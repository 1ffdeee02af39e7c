package org.ethotag.ui.control;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.transform.Transform;
import javafx.stage.FileChooser;
import org.ethotag.file.WholeFile;
import org.ethotag.job.Job;
import org.ethotag.job.JobRunner;
import org.ethotag.job.JobState;
import org.ethotag.language.Messages;
import org.ethotag.picture.Picture;
import org.kordamp.ikonli.feather.Feather;

/**
 * Takes out what a page shows: a picture as PNG (two pixels for each on screen) or SVG, any other node as PNG, a table as
 * CSV. What is written appears whole or not at all.
 */
public final class PictureExport extends MenuButton {
    /** For paper and dense screens. */
    private static final double NODE_SCALE = 2;

    private final JobRunner runner;
    private final Consumer<Throwable> problems;
    private final Supplier<String> name;
    private Function<String, Optional<Path>> chooser = this::ask;

    /**
     * @param name of the file without ending, when it is saved
     * @param problems is told what went wrong
     */
    public PictureExport(JobRunner runner, Consumer<Throwable> problems, Supplier<String> name) {
        super(Texts.of("export.button"), Icons.of(Feather.DOWNLOAD));
        this.runner = runner;
        this.problems = problems;
        this.name = name;
        setAccessibleText(Texts.of("export.button"));
    }

    /** Offers a picture as PNG and SVG; it is drawn by a job, with the words of files. */
    public PictureExport picture(Supplier<Supplier<Picture>> picture) {
        for (Picture.Format format : Picture.Format.values()) {
            add(format.ending(), () -> {
                var shown = picture.get();
                return _ -> Messages.forFiles(() -> shown.get().file(format));
            });
        }
        return this;
    }

    /** Offers a node as PNG. */
    public PictureExport node(Supplier<? extends Node> node) {
        add("png", () -> {
            var settings = new SnapshotParameters();
            settings.setTransform(Transform.scale(NODE_SCALE, NODE_SCALE));
            var image = node.get().snapshot(settings, null);
            return _ -> Png.bytes(image);
        });
        return this;
    }

    /** Offers a table as CSV; the text is made by a job. */
    public PictureExport table(Supplier<Supplier<String>> table) {
        add("csv", () -> {
            var text = table.get();
            return _ -> Messages.forFiles(text).getBytes(StandardCharsets.UTF_8);
        });
        return this;
    }

    /** @param content prepares a job on the FX thread: what is shown when the user asks is what is written */
    private void add(String ending, Supplier<Job<byte[]>> content) {
        var item = new MenuItem(Texts.of("export." + ending));
        item.setId("export-" + ending);
        item.setOnAction(_ -> save(ending, content.get()));
        getItems().add(item);
    }

    private void save(String ending, Job<byte[]> content) {
        chooser.apply(name.get() + "." + ending)
                .ifPresent(file -> runner.<Path>start(
                        Texts.of("export.saving", file.getFileName()),
                        monitor -> WholeFile.write(file, content.run(monitor)),
                        state -> {
                            if (state instanceof JobState.Failed<Path>(Throwable cause)) {
                                problems.accept(cause);
                            }
                        }));
    }

    private Optional<Path> ask(String suggested) {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.of("export.button"));
        chooser.setInitialFileName(suggested.replaceAll("[^\\p{L}\\p{N}._-]+", "-"));
        return Optional.ofNullable(chooser.showSaveDialog(getScene().getWindow()))
                .map(File::toPath);
    }

    /** Asks somebody else where to write to. */
    PictureExport askedBy(Function<String, Optional<Path>> other) {
        chooser = other;
        return this;
    }
}
