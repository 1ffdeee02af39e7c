package org.ethotag.workflow.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Fold;
import org.ethotag.dataset.Window;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.RunManifest;
import org.ethotag.recording.CsvTable;
import org.ethotag.review.AsideRule;
import org.ethotag.signal.SampleRange;

/**
 * The bouts that a written rule sets aside. Models do not learn from windows that share a sample with one of them; they judge
 * all windows, and every score is told twice: over all windows, and over those that are left.
 *
 * @param rule which bouts; none for a run like any other
 * @param learntFrom whether the models that are judged learnt from these bouts all the same: the rule came later
 * @param bouts which they are, in the order of their sessions
 */
public record SetAside(AsideRule rule, boolean learntFrom, List<AsideBout> bouts) {
    private static final List<String> HEADER =
            List.of("session", "animal", "behaviour", "from", "to", "judged", "not learnt in folds", "reasons");
    private static final String YES = "aside";
    private static final String REASONS = "; ";

    /**
     * One bout.
     *
     * @param session id of the session
     * @param animal id of the animal
     * @param behaviour its label
     * @param range where it lies in the session
     * @param judged whether its windows are left out of the second number: by the rule among all bouts of the study
     * @param folds numbers of the folds, from 0, that do not learn from it: by the rule among the bouts of their own training
     *     animals, so that a label of a judged animal never has a say in what is learnt from
     * @param reasons what speaks against it, in words
     */
    public record AsideBout(
            String session,
            String animal,
            String behaviour,
            SampleRange range,
            boolean judged,
            Set<Integer> folds,
            List<String> reasons) {
        public AsideBout {
            folds = Set.copyOf(folds);
            reasons = List.copyOf(reasons);
        }
    }

    public SetAside {
        bouts = List.copyOf(bouts);
    }

    /** Nothing is set aside, and nothing is told twice. */
    public static SetAside none() {
        return new SetAside(AsideRule.none(), false, List.of());
    }

    public boolean isNone() {
        return rule.isNone();
    }

    /** Whether a judged window is left out of the second number. */
    public Predicate<Window> judged() {
        return windowsOf(bouts.stream().filter(AsideBout::judged));
    }

    /** The bouts that are left out of the second number. */
    public List<AsideBout> judgedBouts() {
        return bouts.stream().filter(AsideBout::judged).toList();
    }

    private static Predicate<Window> windowsOf(Stream<AsideBout> bouts) {
        var perSession = new HashMap<String, List<SampleRange>>();
        bouts.forEach(bout -> perSession
                .computeIfAbsent(bout.session(), _ -> new ArrayList<>())
                .add(bout.range()));
        return window -> perSession.getOrDefault(window.session(), List.of()).stream()
                .anyMatch(range ->
                        range.from() < window.range().to() && window.range().from() < range.to());
    }

    /** The same folds without what is not learnt from; what is judged stays whole. */
    public List<Fold> learning(Dataset dataset, List<Fold> folds) {
        return isNone()
                ? folds
                : IntStream.range(0, folds.size())
                        .mapToObj(i -> learning(dataset, folds.get(i), i))
                        .toList();
    }

    private Fold learning(Dataset dataset, Fold fold, int number) {
        var aside = windowsOf(bouts.stream().filter(bout -> bout.folds().contains(number)));
        int[] train = IntStream.of(fold.train())
                .filter(i -> !aside.test(dataset.windows().get(i)))
                .toArray();
        var left = classes(dataset, train);
        classes(dataset, fold.train()).stream()
                .filter(c -> !left.contains(c))
                .findFirst()
                .ifPresent(c -> {
                    throw new ProblemException(
                            RunProblem.ASIDE_LEAVES_NOTHING, dataset.classes().get(c), rule.text(), fold.name());
                });
        return new Fold(fold.name(), train, fold.test(), fold.leaky());
    }

    private static Set<Integer> classes(Dataset dataset, int[] windows) {
        return IntStream.of(dataset.labels(windows)).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    /** As a table that a spreadsheet opens. */
    public byte[] csv() {
        var rows = new ArrayList<List<String>>();
        rows.add(HEADER);
        bouts.forEach(bout -> rows.add(List.of(
                bout.session(),
                CsvTable.guarded(bout.animal()),
                CsvTable.guarded(bout.behaviour()),
                String.valueOf(bout.range().from()),
                String.valueOf(bout.range().to()),
                bout.judged() ? YES : "",
                bout.folds().stream()
                        .sorted()
                        .map(fold -> String.valueOf(fold + 1))
                        .collect(Collectors.joining(" ")),
                CsvTable.guarded(String.join(REASONS, bout.reasons())))));
        return CsvTable.write(rows).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What {@link #csv} wrote.
     *
     * @throws ProblemException if the file was damaged since it was written
     */
    static SetAside read(RunManifest run, byte[] bytes) {
        try {
            var rows = CsvTable.read(new String(bytes, StandardCharsets.UTF_8));
            return new SetAside(
                    AsideRule.parse(run.settings().getOrDefault(RunArchive.ASIDE, "")),
                    false,
                    rows.subList(1, rows.size()).stream().map(SetAside::bout).toList());
        } catch (IllegalArgumentException | IndexOutOfBoundsException damage) {
            throw new ProblemException(RunProblem.DAMAGED_RUN, run.id(), damage, RunFiles.SET_ASIDE).causedBy(damage);
        }
    }

    private static AsideBout bout(List<String> row) {
        return new AsideBout(
                row.get(0),
                CsvTable.unguarded(row.get(1)),
                CsvTable.unguarded(row.get(2)),
                new SampleRange(Long.parseLong(row.get(3)), Long.parseLong(row.get(4))),
                row.get(5).equals(YES),
                Stream.of(row.get(6).split(" "))
                        .filter(fold -> !fold.isEmpty())
                        .map(fold -> Integer.parseInt(fold) - 1)
                        .collect(Collectors.toSet()),
                List.of(CsvTable.unguarded(row.get(7)).split(REASONS)));
    }
}
