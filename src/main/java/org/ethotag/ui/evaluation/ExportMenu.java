package org.ethotag.ui.evaluation;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.ethotag.language.Messages;
import org.ethotag.picture.Picture;
import org.ethotag.picture.Picture.Format;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.kordamp.ikonli.feather.Feather;

/** Takes what is seen out: the picture in front as PNG or SVG, or every table and picture into a folder. */
final class ExportMenu extends MenuButton {
    private final ComparisonViewModel model;
    private final Supplier<ComparisonTab> front;
    private final Supplier<List<ComparisonTab>> all;

    ExportMenu(ComparisonViewModel model, Supplier<ComparisonTab> front, Supplier<List<ComparisonTab>> all) {
        super(Texts.of("compare.export"), Icons.of(Feather.DOWNLOAD));
        this.model = model;
        this.front = front;
        this.all = all;
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
            chooser.setInitialFileName(one.getKey() + "." + format.ending());
            File file = chooser.showSaveDialog(getScene().getWindow());
            if (file == null) {
                return;
            }
            model.actions().save(one.getValue(), format, file.toPath());
        }
    }

    private void everything() {
        File folder = new DirectoryChooser().showDialog(getScene().getWindow());
        var shown = model.shownProperty().get();
        if (folder != null && shown != null) {
            model.actions().save(shown, folder.toPath(), pictures());
        }
    }

    /** Every picture of every tab, by file name without ending. */
    Map<String, Picture> pictures() {
        var pictures = new LinkedHashMap<String, Picture>();
        for (ComparisonTab tab : all.get()) {
            tab.refresh();
            pictures.putAll(Messages.forFiles(tab::pictures));
        }
        return pictures;
    }
}
