package org.ethotag.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.ethotag.job.JobMonitor;
import org.ethotag.language.Messages;
import org.ethotag.problem.ProblemException;

/**
 * Runs folds on this machine, one after another in this process or side by side in worker processes; the results are the
 * same. Processes, because the engine trains one network at a time in a process. The calling thread looks after them.
 *
 * @param processes at most so many workers; 0 means in this process
 * @param shelf where finished parts are kept and looked for
 */
public record FoldRunner(int processes, ModelShelf shelf) {
    /** How long to wait between two looks at the workers. */
    private static final long LOOK_MILLIS = 50;

    public FoldRunner {
        if (processes < 0) {
            throw new IllegalArgumentException("processes: " + processes);
        }
    }

    /** Keeps nothing but the results. */
    public FoldRunner(int processes) {
        this(processes, ModelShelf.none());
    }

    /** One fold after another in this process. */
    public static FoldRunner inProcess() {
        return new FoldRunner(0);
    }

    /**
     * How many workers leave one core free for the window, at least one; 0 where no worker can be started. A single worker
     * is worth its start: its native memory goes with it, and it can be ended at any moment.
     */
    public static int spareProcesses() {
        return WorkerProcess.possible() ? Math.max(1, Runtime.getRuntime().availableProcessors() - 1) : 0;
    }

    /**
     * Runs all folds.
     *
     * @return one result per fold, in their order
     * @throws java.util.concurrent.CancellationException soon after it was cancelled; workers are gone then
     * @throws ProblemException if a fold has a problem or a worker ends unexpectedly; the other workers are stopped
     */
    public List<FoldResult> run(List<FoldInput> folds, JobMonitor monitor) {
        return processes == 0 ? here(folds, monitor) : inWorkers(folds, monitor);
    }

    private List<FoldResult> here(List<FoldInput> folds, JobMonitor monitor) {
        var results = new ArrayList<FoldResult>();
        for (int i = 0; i < folds.size(); i++) {
            var part = monitor.part((double) i / folds.size(), (i + 1.0) / folds.size());
            results.add(new FoldJob(folds.get(i), shelf).run(named(part, folds.get(i), i, folds.size())));
        }
        return results;
    }

    private static JobMonitor named(JobMonitor monitor, FoldInput fold, int index, int count) {
        return new JobMonitor() {
            @Override
            public void progress(double fraction, String doing) {
                monitor.progress(fraction, title(fold.settings().name(), index, count) + ": " + doing);
            }

            @Override
            public boolean cancelled() { // what was enough of a fold would be no fold
                return monitor.cancelled() || monitor.enough();
            }

            @Override
            public boolean paused() {
                return monitor.paused();
            }

            @Override
            public void tell(String line) {
                monitor.tell(EpochLine.parse(line)
                        .map(epoch -> epoch.of(fold.settings().name()).text())
                        .orElse(line));
            }
        };
    }

    private static String title(String fold, int index, int count) {
        return Messages.text(JobMonitor.TEXTS, "fold", fold, index + 1, count);
    }

    private List<FoldResult> inWorkers(List<FoldInput> folds, JobMonitor monitor) {
        try (var folder = WorkingFolder.create()) {
            return inWorkers(folds, folder.path(), monitor);
        }
    }

    private List<FoldResult> inWorkers(List<FoldInput> folds, Path folder, JobMonitor monitor) {
        var workers = new ArrayList<WorkerProcess>();
        try {
            var results = new FoldResult[folds.size()];
            while (Arrays.stream(results).anyMatch(result -> result == null)) {
                if (monitor.cancelled() || monitor.enough()) {
                    throw new CancellationException("stopped between folds");
                }
                startMore(folds, folder, workers);
                workers.forEach(worker -> worker.pause(monitor.paused()));
                for (int i = 0; i < workers.size(); i++) {
                    if (results[i] == null && workers.get(i).ended(LOOK_MILLIS)) {
                        results[i] = workers.get(i).result();
                    }
                }
                report(workers, folds.size(), monitor);
            }
            return List.of(results);
        } finally {
            workers.forEach(WorkerProcess::close);
        }
    }

    private void startMore(List<FoldInput> folds, Path folder, List<WorkerProcess> workers) {
        long running = workers.stream().filter(WorkerProcess::running).count();
        while (running < processes && workers.size() < folds.size()) {
            int next = workers.size();
            workers.add(WorkerProcess.start(folds.get(next), folder.resolve(String.valueOf(next)), shelf));
            running++;
        }
    }

    private static void report(List<WorkerProcess> workers, int folds, JobMonitor monitor) {
        double sum = 0;
        String doing = Messages.text(JobMonitor.TEXTS, "starting.workers");
        for (int i = 0; i < workers.size(); i++) {
            var progress = workers.get(i).progress();
            workers.get(i).epochs().forEach(epoch -> monitor.tell(epoch.text()));
            sum += progress.fraction();
            if (workers.get(i).running()) {
                doing = title(workers.get(i).fold(), i, folds) + ": " + progress.doing();
            }
        }
        monitor.progress(sum / folds, doing);
    }
}
