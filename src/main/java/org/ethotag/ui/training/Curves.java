package org.ethotag.ui.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ethotag.training.EpochLine;

/**
 * The epochs of a training: those of the models for the tag, and those of every fold. One of them is shown: the one that
 * learns now, until somebody chooses another. FX thread only.
 */
public final class Curves {
    /** The models for the tag, which are no fold. */
    public static final String OWN = "";

    private final Map<String, List<CurvePoint>> all = new LinkedHashMap<>();
    private final ObservableList<String> parts = FXCollections.observableArrayList();
    private final ObservableList<CurvePoint> points = FXCollections.observableArrayList();
    private final ObjectProperty<String> shown = new SimpleObjectProperty<>(OWN);
    private boolean following = true;
    private boolean turning;

    Curves() {
        shown.subscribe(part -> {
            if (part != null) {
                following &= turning;
                points.setAll(all.getOrDefault(part, List.of()));
            }
        });
    }

    /** Forgets the training before. */
    void clear() {
        all.clear();
        parts.clear();
        follow(OWN);
        following = true;
        points.clear();
    }

    void add(EpochLine line) {
        var point = new CurvePoint(line.model(), line.report());
        var part = all.get(line.fold());
        if (part == null) {
            part = new ArrayList<>();
            all.put(line.fold(), part);
            parts.add(line.fold());
        }
        part.add(point);
        if (following && !line.fold().equals(shown.get())) {
            follow(line.fold());
        } else if (line.fold().equals(shown.get())) {
            points.add(point);
        }
    }

    /** The training is over: back to the models for the tag, unless somebody looks at another. */
    void end() {
        if (following && all.containsKey(OWN)) {
            follow(OWN);
        }
    }

    private void follow(String part) {
        turning = true;
        if (Objects.equals(shown.get(), part)) {
            points.setAll(all.getOrDefault(part, List.of()));
        } else {
            shown.set(part);
        }
        turning = false;
    }

    /** {@link #OWN} and names of folds, in the order in which they began to learn. */
    public ObservableList<String> parts() {
        return parts;
    }

    /** The part whose points are shown. */
    public ObjectProperty<String> shownProperty() {
        return shown;
    }

    /** The epochs of that part, in the order in which they came. */
    public ObservableList<CurvePoint> points() {
        return points;
    }
}
