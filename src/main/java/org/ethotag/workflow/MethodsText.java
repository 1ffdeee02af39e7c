package org.ethotag.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ethotag.evaluation.BootstrapInterval;
import org.ethotag.evaluation.Calibration;
import org.ethotag.evaluation.SeedSpread;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.training.Augmentation;
import org.ethotag.training.Optimiser;
import org.ethotag.training.Schedule;
import org.ethotag.training.SettingsText;
import org.ethotag.training.StudentForm;
import org.ethotag.training.TrainingSettings;
import org.ethotag.workflow.run.AsideText;
import org.ethotag.workflow.run.Comparison;
import org.ethotag.workflow.run.ModelNames;
import org.ethotag.workflow.run.RunArchive;
import org.ethotag.workflow.run.RunKind;
import org.ethotag.workflow.run.ScoreSheet;
import org.ethotag.workflow.run.ScoreSheet.Line;
import org.ethotag.workflow.run.SeedGroup;
import org.jspecify.annotations.Nullable;

/**
 * The methods paragraph of a run: what a reviewer asks for, in sentences, with every number read from manifests and answers.
 * What is not known is left out, never guessed.
 */
final class MethodsText {
    private final RunArchive archive;
    private final Project project;
    private final RunManifest run;
    private final Comparison comparison;
    /** Settings of the run and of those that it was made of; the nearest one counts. */
    private final Map<String, String> settings;

    MethodsText(Project project, String id) {
        this.project = project;
        archive = new RunArchive(project);
        run = archive.run(id);
        comparison = archive.comparison(run);
        settings = inherited(run);
    }

    private Map<String, String> inherited(RunManifest made) {
        var all = new HashMap<String, String>();
        for (String parent : List.of(RunArchive.TEACHER_RUN, RunArchive.STUDENT_RUN)) {
            project.run(made.inputs().getOrDefault(parent, "")).ifPresent(found -> all.putAll(inherited(found)));
        }
        all.putAll(made.settings());
        return all;
    }

    String text() {
        var sentences = new ArrayList<String>();
        sentences.add(windows());
        sentences.add(frames());
        if (run.kind().equals(RunKind.SWEEP.id())) {
            sentences.add("Protocol: " + comparison.protocol() + ".");
            teacher(sentences);
            sentences.add(SweepMethods.sentences(settings, new Workflow(project).sweep(run.id())));
        } else {
            sentences.add(protocol());
            teacher(sentences);
            students(sentences);
            integers(sentences);
        }
        sentences.add(settings.getOrDefault(RunArchive.NOT_LEARNT, ""));
        sentences.add(AsideText.of(comparison));
        if (!comparison.models().isEmpty()) {
            scores(sentences);
            seeds(sentences);
        }
        sentences.add(reproduction());
        return sentences.stream().filter(sentence -> !sentence.isEmpty()).collect(Collectors.joining(" "));
    }

    private String windows() {
        int length = Integer.parseInt(settings.getOrDefault("windows.length", "0"));
        var text = new StringBuilder("Triaxial acceleration");
        double rate = Double.parseDouble(run.inputs().getOrDefault(RunArchive.RATE, "0"));
        if (rate > 0) {
            text.append(String.format(Locale.ROOT, " at %s samples per second", number(rate)));
        }
        text.append(String.format(
                Locale.ROOT,
                " was cut into windows of %d samples%s every %s samples; a window counted if at least %s %% of its samples"
                        + " were labelled with one class.",
                length,
                rate > 0 ? String.format(Locale.ROOT, " (%.2f s)", length / rate) : "",
                settings.getOrDefault("windows.stride", ""),
                number(100 * Double.parseDouble(settings.getOrDefault("windows.purity", "1")))));
        var classes = settings.getOrDefault("windows.classes", "");
        if (!classes.isEmpty()) {
            text.append(" Classes: ").append(classes).append('.');
        }
        var all = run.inputs().getOrDefault(RunArchive.WINDOWS, "");
        if (!all.isEmpty()) {
            text.append(String.format(Locale.ROOT, " There were %s labelled windows.", all));
        }
        return text.toString();
    }

    /** Empty if windows were as recorded. */
    private String frames() {
        boolean ofFolds = run.kind().equals(RunKind.CROSSVALIDATION.id());
        var tags = RunFrames.tags(settings, ofFolds);
        if (tags.isEmpty()) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "Acceleration of %d %s was turned from the axes of the tag as worn into a frame that the herd shares, found"
                        + " without labels from each animal's own recordings or set by hand%s.",
                tags.size(),
                tags.size() == 1 ? "deployment" : "deployments",
                ofFolds ? "; every fold found the shared frame from its training animals alone" : "");
    }

    private String protocol() {
        var learnt = RunArchive.animals(run, RunArchive.TRAINED_ON);
        if (comparison.models().isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    "Learnt from %d animals (%s) and judged on none.",
                    learnt.size(),
                    String.join(", ", learnt));
        }
        var judged = new ArrayList<String>();
        for (int i = 0; i < comparison.classes().size(); i++) {
            int index = i;
            long count = comparison.windows().stream()
                    .filter(window -> window.label() == index)
                    .count();
            judged.add(comparison.classes().get(i) + " " + count);
        }
        return String.format(
                Locale.ROOT,
                "Protocol: %s. %d windows of %d %s (%s) were judged: %s.%s",
                comparison.protocol(),
                comparison.windows().size(),
                comparison.animals().size(),
                comparison.animals().size() == 1 ? "animal" : "animals",
                String.join(", ", comparison.animals()),
                String.join(", ", judged),
                comparison.windows().isEmpty() || !overlapping()
                        ? ""
                        : " Judged windows do not overlap; training windows do.");
    }

    private boolean overlapping() {
        return Integer.parseInt(settings.getOrDefault("windows.stride", "0"))
                < Integer.parseInt(settings.getOrDefault("windows.length", "0"));
    }

    private void teacher(List<String> sentences) {
        var training = training(ModelNames.TEACHER);
        if (training != null) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "The teacher is the residual network of Wang, Yan and Oates (2017) at %s of its published width,"
                            + " trained with %s.",
                    number(Double.parseDouble(settings.getOrDefault(RunRecipe.TEACHER_WIDTH, "1"))),
                    words(training)));
        }
    }

    private void students(List<String> sentences) {
        var training = training(ModelNames.STUDENT);
        if (training == null) {
            return;
        }
        sentences.add(String.format(
                Locale.ROOT,
                "Students are one GRU layer of %s units (reset gate after the recurrent product)%s,"
                        + " trained with %s; one from the hard labels alone, one distilled from the teacher (Hinton et al."
                        + " 2015) with temperature %s and a share of %s for the hard labels.",
                plain(settings.getOrDefault(RunRecipe.HIDDEN, "")),
                StudentForm.parse(settings).words(),
                words(training),
                settings.getOrDefault("distillation.temperature", ""),
                settings.getOrDefault("distillation.alpha", "")));
        var source = SettingsText.softLabels(run.id(), settings);
        if (!source.isStandard()) {
            sentences.add("The distilled students had " + source.words() + ".");
        }
        var aware = training(RunRecipe.AWARE);
        if (aware != null) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "Distilled students learnt on with the tag's integers (%s-bit weights) with %s.",
                    plain(settings.getOrDefault(RunRecipe.AWARE_BITS, "")),
                    words(aware)));
        }
    }

    private void integers(List<String> sentences) {
        var bits = settings.getOrDefault(RunRecipe.WEIGHT_BITS, "");
        if (!bits.isEmpty()) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "In fixed point weights have %s bits, states and activations 16 bits, sums 32 bits.",
                    plain(bits)));
        }
    }

    private void scores(List<String> sentences) {
        var sheet = ScoreSheet.of(comparison);
        sentences.add(String.format(
                Locale.ROOT,
                "Scores are the Matthews correlation coefficient over all classes (MCC, Gorodkin 2004) with the 95 %% interval"
                        + " of %d bootstrap draws of animals (seed %d), accuracy and macro F1 over the pooled predictions:"
                        + " %s.",
                BootstrapInterval.USUAL_REPEATS,
                ScoreSheet.BOOTSTRAP_SEED,
                sheet.models().stream().map(MethodsText::line).collect(Collectors.joining("; "))));
        var kept = sheet.kept();
        if (kept != null) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "The same without the windows set aside: %s.",
                    Stream.concat(kept.models().stream(), kept.baselines().stream())
                            .map(MethodsText::line)
                            .collect(Collectors.joining("; "))));
        }
        if (!sheet.baselines().isEmpty()) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "Without a network, on the same division: %s (a decision tree of depth 3 on the spread of the norm and the"
                            + " mean of z; the most frequent class).",
                    sheet.baselines().stream().map(MethodsText::line).collect(Collectors.joining("; "))));
        }
        if (!sheet.pairs().isEmpty()) {
            sentences.add(
                    "Paired differences of the MCC, interval over animals and p of McNemar's exact test over windows: "
                            + sheet.pairs().stream()
                                    .map(pair -> String.format(
                                            Locale.ROOT,
                                            "%s minus %s %+.4f%s, p %s",
                                            pair.first().title(),
                                            pair.second().title(),
                                            pair.paired().mccDifference(),
                                            interval(pair.interval()),
                                            pair.paired().mcNemarText()))
                                    .collect(Collectors.joining("; "))
                            + ".");
        }
    }

    private void seeds(List<String> sentences) {
        var group = new SeedGroup(SeedGroup.like(run, project.runs()).stream()
                .map(archive::comparison)
                .toList());
        if (group.seeds().size() < SeedSpread.FEWEST_SEEDS) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "Numbers are of %s %s; no ranking of models is claimed.",
                    group.seeds().size() == 1 ? "one seed," : "seeds",
                    group.seeds().stream().map(String::valueOf).collect(Collectors.joining(", "))));
            return;
        }
        sentences.add(String.format(
                Locale.ROOT,
                "Over seeds %s the MCC had mean (sample standard deviation) %s.",
                group.seeds().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                spreads(group)));
        sentences.addAll(group.verdicts());
        group.kept()
                .ifPresent(kept -> sentences.add(String.format(
                        Locale.ROOT, "Without the windows set aside mean (spread) were %s.", spreads(kept))));
    }

    private static String spreads(SeedGroup group) {
        return group.mcc().entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%s %.4f (%.4f)",
                        entry.getKey(),
                        entry.getValue().mean(),
                        entry.getValue().spread()))
                .collect(Collectors.joining("; "));
    }

    private String reproduction() {
        var versions = run.versions().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "Run %s, seed %d; %s; SHA-256 of windows %s%s. The run can be repeated byte for byte: ethotag verify-run STUDY"
                        + " --run %s.",
                run.id(),
                run.seed(),
                versions,
                run.inputs().getOrDefault(RunArchive.DATASET, "not kept"),
                (run.inputs().containsKey(StudyHashes.LABELS)
                                ? ", of labels " + run.inputs().get(StudyHashes.LABELS)
                                : "")
                        + (run.inputs().containsKey("aside.sha256")
                                ? ", of the list of bouts set aside "
                                        + run.inputs().get("aside.sha256")
                                : ""),
                run.id());
    }

    private @Nullable TrainingSettings training(String who) {
        return settings.containsKey(who + ".seed") ? SettingsText.training(run.id(), settings, who) : null;
    }

    private static String words(TrainingSettings training) {
        return String.format(
                Locale.ROOT,
                "%s (peak rate %s, %s, weight decay %s%s), %s epochs of batches of %d%s, %s, %s, seed %d, %d %s",
                words(training.optimiser()),
                number(training.learningRate()),
                training.schedule() == Schedule.ONE_CYCLE ? "one cycle" : training.schedule(),
                number(training.weightDecay()),
                training.clipNorm() > 0 ? ", gradient norm at most " + number(training.clipNorm()) : "",
                (training.patience() > 0 ? "at most " : "") + training.epochs(),
                training.batch(),
                training.patience() > 0
                        ? String.format(
                                Locale.ROOT,
                                ", ended early after %d epochs without a lower loss on about a fifth of the training animals,"
                                        + " which were kept aside for it (no judged animal among them), with the weights of"
                                        + " the lowest",
                                training.patience())
                        : "",
                training.classWeights() ? "classes weighted by their inverse frequency" : "no class weights",
                words(training.augmentation()),
                training.seed(),
                training.threads(),
                training.threads() == 1 ? "thread" : "threads");
    }

    private static String words(Optimiser optimiser) {
        return switch (optimiser) {
            case ADAM -> "Adam";
            case ADAMW -> "AdamW";
            case SGD -> "gradient descent with Nesterov's momentum of 0.9";
            case RMSPROP -> "RMSprop";
        };
    }

    private static String words(Augmentation augmentation) {
        if (augmentation.equals(Augmentation.none())) {
            return "no augmentation";
        }
        return String.format(
                Locale.ROOT,
                "turns drawn anew each time (%sroll %s, pitch %s, yaw %s degrees, scale %s%s%s)",
                augmentation.halfTurns() ? "half turns, " : "",
                number(augmentation.rollDegrees()),
                number(augmentation.pitchDegrees()),
                number(augmentation.yawDegrees()),
                number(augmentation.scale()),
                augmentation.noiseG() > 0 ? ", noise " + number(augmentation.noiseG()) + " g" : "",
                augmentation.timeWarp() > 0 ? ", pace " + number(augmentation.timeWarp()) : "");
    }

    private static String line(Line line) {
        var calibration = line.calibration();
        return String.format(
                Locale.ROOT,
                "%s %.3f%s, accuracy %.3f, macro F1 %.3f%s",
                line.model().title(),
                line.scores().mcc(),
                interval(line.interval()),
                line.scores().accuracy(),
                line.scores().macroF1(),
                calibration == null
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", expected calibration error %.3f (%d bins)",
                                calibration.expectedError(),
                                Calibration.USUAL_BINS));
    }

    private static String interval(@Nullable BootstrapInterval interval) {
        return interval == null ? "" : String.format(Locale.ROOT, " [%.3f, %.3f]", interval.low(), interval.high());
    }

    private static String plain(String list) {
        return list.replaceAll("[\\[\\]]", "");
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : String.valueOf(value);
    }
}
