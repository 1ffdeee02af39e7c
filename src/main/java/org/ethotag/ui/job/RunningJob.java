package org.ethotag.ui.job;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ethotag.job.JobHandle;

/** One job at work, for whoever shows it. FX thread only. */
public final class RunningJob {
    private final String name;
    private final JobHandle handle;
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper doing = new ReadOnlyStringWrapper("");

    RunningJob(String name, JobHandle handle) {
        this.name = name;
        this.handle = handle;
    }

    void report(double newFraction, String newDoing) {
        fraction.set(newFraction);
        doing.set(newDoing);
    }

    /** What was asked for. */
    public String name() {
        return name;
    }

    /** 0 to 1, or negative while unknown. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** What is being done now. */
    public ReadOnlyStringProperty doingProperty() {
        return doing.getReadOnlyProperty();
    }

    /** Asks the job to stop. */
    public void cancel() {
        handle.cancel();
    }
}
