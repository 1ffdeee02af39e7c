package org.ethotag.mounting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ethotag.signal.Rotation;

/**
 * Turns the tags of a herd into one frame: each towards the mean of all, again and again (generalised Procrustes, Gower
 * 1975), from every tag in turn as the first mean, since a bad start can end in a worse fit.
 */
final class HerdAlignment {
    private static final int ROUNDS = 30;
    /** Two tags cannot say which of them sits oddly. */
    private static final int FEWEST_TO_COMPARE = 3;
    /** Half way to the next quarter turn. */
    private static final double ALIKE_DEGREES = 45;

    private final ActivityLevels levels;
    private final Map<String, PostureProfile> profiles = new TreeMap<>();
    private final Map<String, Rotation> known;

    HerdAlignment(Map<String, PostureBlocks> herd, Map<String, Rotation> known) {
        var used = new TreeMap<>(herd);
        used.values().removeIf(blocks -> blocks.count() == 0);
        if (used.isEmpty()) {
            throw new IllegalArgumentException("a herd without recordings has no frame");
        }
        levels = ActivityLevels.of(used.values());
        used.forEach((name, blocks) -> profiles.put(name, PostureProfile.of(blocks, levels)));
        this.known = new TreeMap<>(known);
        this.known.keySet().retainAll(profiles.keySet());
    }

    HerdPosture posture() {
        var frames = new TreeMap<String, Rotation>();
        var best = best();
        var common = common(best);
        best.forEach((name, rotation) -> frames.put(name, known.getOrDefault(name, common.after(rotation))));
        return new HerdPosture(levels, mean(frames, ""), frames, misfits(frames));
    }

    /** Whether several frames are given, which the others have to fit; a single one only says where the axes point. */
    private boolean pinned() {
        return known.size() > 1;
    }

    /** What is still to be done to all, so that the axes point where they shall. */
    private Rotation common(Map<String, Rotation> best) {
        if (pinned()) {
            return Rotation.none();
        }
        var anchor = known.isEmpty() ? middle(best) : known.keySet().iterator().next();
        var kept = known.getOrDefault(anchor, Rotation.none());
        return kept.after(best.getOrDefault(anchor, Rotation.none()).inverse());
    }

    /** The frames of the start with the smallest misfit. */
    private Map<String, Rotation> best() {
        Map<String, double[][]> best = Map.of();
        double least = Double.POSITIVE_INFINITY;
        for (String start : pinned() ? List.of("") : profiles.keySet()) {
            var matrices = from(start);
            double misfit = misfit(matrices);
            if (best.isEmpty() || misfit < least) {
                least = misfit;
                best = matrices;
            }
        }
        var rotations = new TreeMap<String, Rotation>();
        best.forEach((name, matrix) -> rotations.put(name, Rotation.of(matrix)));
        return rotations;
    }

    private Map<String, double[][]> from(String start) {
        var matrices = new TreeMap<String, double[][]>();
        if (pinned()) {
            known.forEach((name, rotation) -> matrices.put(name, rotation.matrix()));
        } else {
            matrices.put(start, Rotation.none().matrix());
        }
        for (int round = 0; round < ROUNDS; round++) {
            var mean = mean(matrices);
            profiles.forEach((name, profile) -> {
                if (!(pinned() && known.containsKey(name))) {
                    matrices.put(name, BestTurn.between(profile, mean));
                }
            });
        }
        return matrices;
    }

    private PostureProfile mean(Map<String, double[][]> matrices) {
        var turned = new ArrayList<PostureProfile>();
        profiles.forEach((name, profile) -> {
            double[][] matrix = matrices.get(name);
            if (matrix != null) {
                turned.add(profile.turned(matrix));
            }
        });
        return PostureProfile.mean(turned, levels.count());
    }

    private PostureProfile mean(Map<String, Rotation> frames, String without) {
        var matrices = new HashMap<String, double[][]>();
        frames.forEach((name, rotation) -> matrices.put(name, rotation.matrix()));
        matrices.remove(without);
        return mean(matrices);
    }

    private double misfit(Map<String, double[][]> matrices) {
        var mean = mean(matrices);
        double sum = 0;
        for (var entry : profiles.entrySet()) {
            double[][] matrix = matrices.get(entry.getKey());
            double degrees = matrix == null ? 0 : entry.getValue().degreesFrom(mean, Rotation.of(matrix));
            sum += Double.isNaN(degrees) ? 0 : degrees * degrees;
        }
        return sum;
    }

    /** The tag that most others sit like, and of such the one from which they are least far. */
    private static String middle(Map<String, Rotation> rotations) {
        return rotations.keySet().stream()
                .min(Comparator.comparingDouble(
                        name -> farness(rotations.getOrDefault(name, Rotation.none()), rotations.values())))
                .orElseThrow();
    }

    /** Beyond alike, one tag is as far as any other. */
    private static double farness(Rotation from, Iterable<Rotation> others) {
        double sum = 0;
        for (Rotation other : others) {
            sum += Math.min(ALIKE_DEGREES, from.degreesTo(other));
        }
        return sum;
    }

    /** Of each tag against all others. */
    private List<Double> misfits(Map<String, Rotation> frames) {
        if (profiles.size() < FEWEST_TO_COMPARE) {
            return List.of();
        }
        var misfits = new ArrayList<Double>();
        profiles.forEach((name, profile) -> {
            var others = mean(frames, name);
            var rotation = pinned() && known.containsKey(name)
                    ? known.getOrDefault(name, Rotation.none())
                    : Rotation.of(BestTurn.between(profile, others));
            double degrees = profile.degreesFrom(others, rotation);
            if (!Double.isNaN(degrees)) {
                misfits.add(degrees);
            }
        });
        misfits.sort(null);
        return misfits;
    }
}
