package org.ethotag.ui.trace;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.text.Text;

/** Texts that come and go with every frame: kept and reused, so that panning makes no new nodes. */
final class TextPool {
    private final Group group = new Group();
    private final List<Text> texts = new ArrayList<>();
    private final String style;
    private int used;

    TextPool(String style) {
        this.style = style;
        group.setManaged(false);
        group.setMouseTransparent(true);
    }

    Group group() {
        return group;
    }

    void begin() {
        used = 0;
    }

    /** A text whose anchor is moved by a part of its own width: 0 left, 0.5 middle, 1 right. */
    Text add(String content, double x, double centreY, double anchor) {
        if (used == texts.size()) {
            var fresh = new Text();
            fresh.getStyleClass().add(style);
            fresh.setTextOrigin(VPos.CENTER);
            texts.add(fresh);
            group.getChildren().add(fresh);
            fresh.applyCss();
        }
        Text text = texts.get(used++);
        if (!text.getText().equals(content)) {
            text.setText(content);
        }
        text.setVisible(true);
        double width = anchor == 0 ? 0 : text.getLayoutBounds().getWidth();
        text.setX(Math.rint(x - width * anchor));
        text.setY(Math.rint(centreY));
        return text;
    }

    void end() {
        for (int i = used; i < texts.size(); i++) {
            texts.get(i).setVisible(false);
        }
    }
}
