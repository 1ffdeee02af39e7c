package org.ethotag.ui.evaluation;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.ethotag.language.Messages;
import org.ethotag.picture.Picture;
import org.ethotag.picture.Picture.Format;
import org.ethotag.problem.ProblemException;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.WorkflowProblem;
import org.kordamp.ikonli.feather.Feather;

/** Takes what is seen out: the picture in front as PNG or SVG, or every table and picture into a folder. */
final class ExportMenu extends MenuButton {
    private final ComparisonViewModel model;
    private final Supplier<ComparisonTab> front;
    private final List<ComparisonTab> all;
    private final Consumer<Throwable> problems;

    ExportMenu(
            ComparisonViewModel model,
            Supplier<ComparisonTab> front,
            List<ComparisonTab> all,
            Consumer<Throwable> problems) {
        super(Texts.of("compare.export"), Icons.of(Feather.DOWNLOAD));
        this.model = model;
        this.front = front;
        this.all = all;
        this.problems = problems;
        setId("compare-export");
        setMinWidth(USE_PREF_SIZE);
        for (Format format : Format.values()) {
            getItems().add(item("export-" + format, Texts.of("compare.export.picture", format), () -> picture(format)));
        }
        getItems().add(item("export-all", Texts.of("compare.export.all"), this::everything));
        disableProperty().bind(model.shownProperty().isNull());
    }

    private static MenuItem item(String id, String text, Runnable action) {
        var item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void picture(Format format) {
        for (Map.Entry<String, Picture> one :
                Messages.forFiles(front.get()::pictures).entrySet()) {
            var chooser = new FileChooser();
            chooser.setInitialFileName(one.getKey() + ending(format));
            File file = chooser.showSaveDialog(getScene().getWindow());
            if (file == null) {
                return;
            }
            write(file, one.getValue().file(format));
        }
    }

    private void write(File file, byte[] bytes) {
        try {
            Files.write(file.toPath(), bytes);
        } catch (IOException failure) {
            problems.accept(new ProblemException(WorkflowProblem.NOT_WRITTEN, file, failure).causedBy(failure));
        }
    }

    private static String ending(Format format) {
        return switch (format) {
            case PNG -> ".png";
            case SVG -> ".svg";
        };
    }

    private void everything() {
        File folder = new DirectoryChooser().showDialog(getScene().getWindow());
        var shown = model.shownProperty().get();
        if (folder != null && shown != null) {
            model.actions().save(shown, folder.toPath(), files());
        }
    }

    /** Every picture of every tab, in both formats. */
    Map<String, byte[]> files() {
        var files = new LinkedHashMap<String, byte[]>();
        for (ComparisonTab tab : all) {
            tab.refresh();
            Messages.forFiles(tab::pictures).forEach((name, picture) -> {
                for (Format format : Format.values()) {
                    files.put(name + ending(format), picture.file(format));
                }
            });
        }
        return files;
    }
}
