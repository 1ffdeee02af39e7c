package org.ethotag.ui.label;

import java.util.List;
import java.util.function.Consumer;
import org.ethotag.label.Ethogram;
import org.ethotag.project.EthogramFile;
import org.ethotag.project.Project;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.study.StudyViewModel;

/** What one can do about the study's behaviours while labelling. FX thread only. */
public final class KnownBehaviours {
    private final LabelWriting writing;
    private final Consumer<Ethogram> shown;
    private Runnable editor = () -> {};

    /** @param shown takes the behaviours after each change */
    KnownBehaviours(LabelWriting writing, Consumer<Ethogram> shown) {
        this.writing = writing;
        this.shown = shown;
    }

    /** Adds a behaviour with a free colour and key. */
    void add(String name) {
        String code = name.strip();
        if (!code.isEmpty()) {
            writing.read(Texts.of("label.adding"), project -> project.ensureBehaviours(List.of(code)), shown);
        }
    }

    /** Names of the ethograms that come with the program. */
    List<String> templates() {
        return EthogramFile.templates();
    }

    /** Takes the behaviours of a template into a study that has none. */
    void useTemplate(String name) {
        StudyViewModel.ProjectWork<Ethogram> work = project -> {
            project.setEthogram(EthogramFile.template(name));
            return project.ethogram();
        };
        writing.read(Texts.of("label.adding"), work, shown);
    }

    /** Reads them again after another page changed them. */
    void reread() {
        writing.read(Texts.of("label.adding"), Project::ethogram, shown);
    }

    /** What {@link #edit} does. */
    public void onEdit(Runnable page) {
        editor = page;
    }

    /** Opens the page where behaviours are edited. */
    void edit() {
        editor.run();
    }
}
