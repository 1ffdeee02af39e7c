package org.ethotag.ui.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ethotag.job.Job;
import org.ethotag.job.JobHandle;
import org.ethotag.job.JobState;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.workflow.Doctor;
import org.ethotag.workflow.UserFolder;

/** What the doctor found, and the same as text. FX thread only. */
public final class DoctorViewModel {
    private final Jobs jobs;
    private final Job<List<Doctor.Check>> examination;
    private final String home;
    private final ReadOnlyObjectWrapper<JobState<List<Doctor.Check>>> state =
            new ReadOnlyObjectWrapper<>(new JobState.Idle<>());
    private JobHandle running = () -> {};

    public DoctorViewModel(Jobs jobs, UserFolder user) {
        this(jobs, monitor -> Doctor.examine(user, monitor), Path.of(System.getProperty("user.home")));
    }

    DoctorViewModel(Jobs jobs, Job<List<Doctor.Check>> examination, Path home) {
        this.jobs = jobs;
        this.examination = examination;
        this.home = home.toString();
    }

    ReadOnlyObjectProperty<JobState<List<Doctor.Check>>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Looks at everything, unless that is under way. */
    public void examine() {
        if (!(state.get() instanceof JobState.Running<List<Doctor.Check>>)) {
            running = jobs.background().start(Texts.of("doctor.job"), examination, state::set);
        }
    }

    /** Looks no further. */
    void stop() {
        running.cancel();
    }

    /** How many things that the program needs do not work. */
    static long troubles(List<Doctor.Check> checks) {
        return checks.stream().filter(check -> check.needed() && !check.works()).count();
    }

    /** What was found, for a message to somebody who helps: the user's home is not named. */
    String report(String program) {
        if (!(state.get() instanceof JobState.Succeeded<List<Doctor.Check>>(List<Doctor.Check> checks))) {
            return "";
        }
        var system = System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch");
        return "Ethotag " + program + "\n" + system + "\n"
                + checks.stream().map(this::line).collect(Collectors.joining("\n")) + "\n";
    }

    private String line(Doctor.Check check) {
        var found = (check.works() ? "[x] " : check.needed() ? "[ ] " : "[-] ") + check.what() + ": " + check.state();
        var all = check.advice().isEmpty() ? found : found + "\n    " + check.advice();
        return home.isEmpty() || home.equals("/") ? all : all.replace(home, "~");
    }
}
