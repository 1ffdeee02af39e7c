package org.ethotag.ui.quantization;

import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ethotag.flash.TagProfile;
import org.ethotag.flash.TagProfiles;
import org.ethotag.project.RunManifest;
import org.ethotag.quantization.LayerName;
import org.ethotag.quantization.LayerSettings;
import org.ethotag.quantization.QuantizationSettings;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.workflow.QuantizationBench;
import org.ethotag.workflow.run.RunKind;
import org.jspecify.annotations.Nullable;

/** What is to be tried: a student, a kind of tag, and the settings of each layer. FX thread only. */
final class QuantizationChoice {
    private final StudyViewModel study;
    private final ObservableList<RunManifest> students = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable RunManifest> student = new SimpleObjectProperty<>();
    private final StringProperty profile = new SimpleStringProperty("virtual");
    private final ObjectProperty<QuantizationSettings> settings =
            new SimpleObjectProperty<>(QuantizationSettings.defaults());
    private final ObjectProperty<@Nullable LayerName> scope = new SimpleObjectProperty<>();
    private final ObservableList<String> profiles = FXCollections.observableArrayList();
    private TagProfiles kinds = TagProfiles.builtIn();

    QuantizationChoice(StudyViewModel study) {
        this.study = study;
        know(kinds);
        study.runs().subscribe(this::takeRuns);
    }

    private void takeRuns() {
        var found = study.runs().reversed().stream()
                .filter(run -> run.kind().equals(RunKind.STUDENT.id()))
                .toList();
        if (!students.equals(found)) {
            students.setAll(found);
            student.set(found.isEmpty() ? null : found.getFirst());
        }
    }

    /** Runs with students, newest first. */
    ObservableList<RunManifest> students() {
        return students;
    }

    /** The student that is tried. */
    ObjectProperty<@Nullable RunManifest> studentProperty() {
        return student;
    }

    /** Id of the kind of tag whose sensor the model reads, and whose battery is asked. */
    StringProperty profileProperty() {
        return profile;
    }

    /** Ids of the kinds of tags. */
    ObservableList<String> profiles() {
        return profiles;
    }

    /** Other kinds of tags are known from now on: the user's own may win over those with the same id. */
    void know(TagProfiles found) {
        kinds = found;
        found.all().stream()
                .map(TagProfile::id)
                .filter(id -> !profiles.contains(id))
                .forEach(profiles::add);
    }

    TagProfile tag() {
        return kinds.named(profile.get());
    }

    /** What is tried; the sensor in it is replaced by that of the tag. */
    ReadOnlyObjectProperty<QuantizationSettings> settingsProperty() {
        return settings;
    }

    /** The settings with the sensor of the chosen tag. */
    QuantizationSettings wanted() {
        return settings.get().withSensor(QuantizationBench.sensor(tag()));
    }

    /** The layer that {@link #change} changes, or null for all. */
    ObjectProperty<@Nullable LayerName> scopeProperty() {
        return scope;
    }

    /** The settings of the chosen layer, or of the GRU if all are chosen. */
    LayerSettings layer() {
        LayerName name = scope.get();
        return settings.get().layer(name == null ? LayerName.GRU : name);
    }

    /** Changes the chosen layer or all of them, and tries that. */
    void change(UnaryOperator<LayerSettings> change) {
        LayerName name = scope.get();
        var now = settings.get();
        settings.set(name == null ? now.withAll(change) : now.with(name, change));
    }

    /** Tries other settings altogether. */
    void use(QuantizationSettings others) {
        settings.set(others);
    }
}
