package org.ethotag.ui.recording;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.recording.reading.Finding;
import org.ethotag.recording.reading.ImportReport;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.kordamp.ikonli.feather.Feather;

/** What one import found, as a card. */
final class ReportPane extends VBox {
    ReportPane(ImportReport report) {
        getStyleClass().add("card");
        var name = new Label(report.file(), Icons.of(Feather.FILE_TEXT));
        name.getStyleClass().add("text-bold");
        Locale locale = Locale.getDefault(Locale.Category.FORMAT);
        var line = new Label(Texts.of(
                "sessions.report.line",
                String.format(locale, "%,d", report.samples()),
                String.format(locale, "%.4g", report.rateHz()),
                report.unit()));
        line.getStyleClass().add("text-muted");
        getChildren().addAll(name, line);
        for (Finding finding : report.findings()) {
            getChildren().add(finding(finding));
        }
    }

    private static HBox finding(Finding finding) {
        var text = new Label(finding.text());
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        var line = new HBox(Icons.of(Feather.INFO, "finding-icon"), text);
        line.getStyleClass().add("finding");
        return line;
    }
}
