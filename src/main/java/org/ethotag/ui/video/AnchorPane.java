package org.ethotag.ui.video;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.project.VideoLink;
import org.ethotag.recording.VideoAnchor;
import org.ethotag.recording.VideoClock;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The anchors of a video with how badly each fits the others. */
final class AnchorPane extends VBox {
    /** From here on an anchor is worth another look: three frames. */
    private static final double POOR_MS = 120;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SS", Locale.ROOT);

    private final VideoViewModel model;

    AnchorPane(VideoViewModel model) {
        this.model = model;
        setId("video-anchors");
        getStyleClass().add("video-anchors");
        model.linkProperty().subscribe(this::show);
    }

    private void show(@Nullable VideoLink link) {
        getChildren().clear();
        if (link == null) {
            return;
        }
        var clock = link.clock();
        var title = new Label(Texts.of("video.anchors", clock.anchors().size()));
        title.getStyleClass().add("text-bold");
        getChildren().add(title);
        for (int i = 0; i < clock.anchors().size(); i++) {
            getChildren().add(row(clock, i));
        }
        if (clock.anchors().size() > 1) {
            var drift = new Label(Texts.of(
                    "video.drift",
                    String.format(Locale.getDefault(Locale.Category.FORMAT), "%+.2f", clock.driftSecondsPerHour())));
            drift.setId("video-drift");
            drift.setWrapText(true);
            drift.getStyleClass().add("text-muted");
            getChildren().add(drift);
        }
    }

    private HBox row(VideoClock clock, int index) {
        VideoAnchor anchor = clock.anchors().get(index);
        double seconds = anchor.video().toNanos() / 1e9;
        var time = CLOCK.withZone(zone()).format(anchor.time());
        var words = new Label(Texts.of("video.anchor.row", VideoView.time(seconds), time));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var residual = new Label(words(clock.residualMs(index)));
        residual.getStyleClass().add(poor(clock.residualMs(index)) ? "video-poor" : "text-muted");
        residual.setMinWidth(Region.USE_PREF_SIZE);
        residual.setTooltip(new Tooltip(Texts.of("video.residual.hint")));
        var remove = new Button("", Icons.of(Feather.X));
        remove.getStyleClass().addAll("flat", "button-icon");
        remove.setAccessibleText(Texts.of("video.unanchor", VideoView.time(seconds)));
        remove.setDisable(clock.anchors().size() == 1);
        remove.setOnAction(_ -> model.removeAnchor(index));
        var row = new HBox(words, residual, remove);
        row.getStyleClass().add("review-line");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private ZoneId zone() {
        return model.zone().orElse(ZoneOffset.UTC);
    }

    private static boolean poor(OptionalDouble ms) {
        return ms.isPresent() && Math.abs(ms.getAsDouble()) > POOR_MS;
    }

    private static String words(OptionalDouble ms) {
        return ms.isPresent()
                ? Texts.of("video.residual", Math.round(ms.getAsDouble()))
                : Texts.of("video.residual.unknown");
    }
}
