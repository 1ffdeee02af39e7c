package org.ethotag.mounting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.ethotag.signal.Rotation;

/**
 * Where gravity points in a herd's common frame, from still to lively, and how each of its tags is turned into that frame.
 * Found without labels: an animal that moves more carries itself otherwise (it lowers its head, rises, runs), in the same
 * way as its fellows, and a tag that is turned sees the same change turned. So the frame of a tag is the one rotation
 * that brings its gravity at every level of activity nearest to that of the others: the tilt from gravity itself, the turn
 * about it from how gravity moves.
 */
public final class HerdPosture {
    private static final int PIECES = 20;
    private static final int RESAMPLES = 100;
    private static final double NINE_OF_TEN = 0.9;
    /** Chance of a misfit beyond this many standard deviations above the mean is about one in a thousand. */
    private static final double UNLIKE_DEVIATIONS = 3;

    private final ActivityLevels levels;
    private final PostureProfile reference;
    private final Map<String, Rotation> frames;
    private final List<Double> misfits;

    HerdPosture(ActivityLevels levels, PostureProfile reference, Map<String, Rotation> frames, List<Double> misfits) {
        this.levels = levels;
        this.reference = reference;
        this.frames = Map.copyOf(frames);
        this.misfits = List.copyOf(misfits);
    }

    /**
     * The frame that the tags of a herd share.
     *
     * @param herd blocks by name of deployment, at least one with blocks
     * @param known frames that are not to be found but taken as they are; with none, the tag that most others sit like
     *     keeps its own axes
     */
    public static HerdPosture of(Map<String, PostureBlocks> herd, Map<String, Rotation> known) {
        return new HerdAlignment(herd, known).posture();
    }

    /** The turn of each deployment into the common frame. */
    public Map<String, Rotation> frames() {
        return frames;
    }

    /** How a tag sits that was not among those of the herd. */
    public FrameEstimate estimate(PostureBlocks blocks) {
        var profile = PostureProfile.of(blocks, levels);
        var rotation = Rotation.of(BestTurn.between(profile, reference));
        return new FrameEstimate(
                rotation,
                spread(blocks, rotation),
                profile.degreesFrom(reference, rotation),
                blocks.count(),
                profile.levelsBeside(reference));
    }

    /** How far a tag's postures lie from the herd's once turned, in degrees; NaN if they share no level of activity. */
    public double misfitDegrees(PostureBlocks blocks, Rotation rotation) {
        return PostureProfile.of(blocks, levels).degreesFrom(reference, rotation);
    }

    /**
     * The same for each tag of the herd against all others, sorted: in the frame that was given, else in the best one.
     * Empty for a herd of fewer than three.
     */
    public List<Double> usualMisfitsDegrees() {
        return misfits;
    }

    /** From here on a tag sits unlike anything in the herd: mean and three standard deviations of its own misfits. */
    public double unlikeFromDegrees() {
        double mean =
                misfits.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        double variance = misfits.stream()
                        .mapToDouble(misfit -> (misfit - mean) * (misfit - mean))
                        .sum()
                / Math.max(1, misfits.size() - 1);
        return mean + UNLIKE_DEVIATIONS * Math.sqrt(variance);
    }

    /** Pieces of the recording are drawn with replacement, because neighbouring blocks say the same. */
    private double spread(PostureBlocks blocks, Rotation estimate) {
        if (blocks.count() == 0) {
            return 180;
        }
        var random = new SplittableRandom(blocks.count());
        double[] degrees = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            var profile = PostureProfile.of(blocks.only(resampled(blocks.count(), random)), levels);
            degrees[i] = estimate.degreesTo(Rotation.of(BestTurn.between(profile, reference)));
        }
        Arrays.sort(degrees);
        return degrees[(int) (NINE_OF_TEN * RESAMPLES)];
    }

    private static int[] resampled(int blocks, SplittableRandom random) {
        var chosen = new ArrayList<Integer>();
        for (int piece = 0; piece < PIECES; piece++) {
            long drawn = random.nextInt(PIECES);
            for (long i = drawn * blocks / PIECES; i < (drawn + 1) * blocks / PIECES; i++) {
                chosen.add((int) i);
            }
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }
}
