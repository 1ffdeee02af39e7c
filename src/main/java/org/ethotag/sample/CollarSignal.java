package org.ethotag.sample;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.Samples;

/**
 * The endless signal of one collar, sample by sample, with what the animal does. Changes in place; for one thread.
 * Slow things (pose, strength, chewing) move in steps of a tenth of a second.
 */
final class CollarSignal {
    /** A tag's range: plus and minus 4 g; only shaking reaches it. */
    private static final int FULL_SCALE_MG = 4000;

    private static final double SLOW_STEP_SECONDS = 0.1;
    private static final double RESTLESS_CUTOFF_HZ = 6;
    private static final double SWAY_CUTOFF_HZ = 0.45;
    /** How fast the head gets from one pose to the next, and one movement fades into another. */
    private static final double CHANGE_SECONDS = 0.5;

    private static final double POSE_WANDER_SECONDS = 9;
    private static final double STRENGTH_WANDER_SECONDS = 7;
    /** About 50 s of chewing, then a pause; both are shortened here as the bouts are. */
    private static final double CHEWING_WANDER_SECONDS = 15;
    /** Strength of an animal against the herd, as standard deviation of log10. */
    private static final double ANIMAL_STRENGTH_SD = 0.05;

    private static final double LEAST_NOISE_MG = 5;
    private static final double NOISE_RANGE_MG = 4;
    /** A jolt while standing, about every 40 s. */
    private static final double JOLTS_PER_STEP = SLOW_STEP_SECONDS / 40;

    private static final double JOLT_STRENGTH = 4;

    private final Random random;
    private final double rateHz;
    private final BehaviourScript script;
    private final CollarMounting mounting;
    private final Map<CollarBehaviour, List<Oscillator>> tones = new EnumMap<>(CollarBehaviour.class);
    private final Map<CollarBehaviour, Axes> poses = new EnumMap<>(CollarBehaviour.class);
    private final Oscillator chewing;
    private final List<LowPass> restless;
    private final List<LowPass> sway;
    private final List<Wander> poseWander;
    private final Wander strengthWander;
    private final Wander chewingWander;
    private final double animalStrength;
    private final double noiseMg;
    private final int samplesPerStep;
    private final double[] g = new double[Samples.AXES];

    private CollarBehaviour behaviour;
    private long leftSamples;
    private int leftInStep;
    private Axes boutPose = Axes.NONE;
    private double boutStrength;
    private Axes pose;
    private double strength;
    private double chewingStrength;
    private double jolt;

    CollarSignal(int animal, SampleRate rate, double timeCompression, Random random) {
        this.random = random;
        this.rateHz = rate.hertz();
        mounting = new CollarMounting(animal, random);
        script = new BehaviourScript(timeCompression, animal % 2 == 1, random);
        for (var each : CollarBehaviour.values()) {
            tones.put(each, each.motion().tones().stream().map(this::oscillator).toList());
            poses.put(each, each.motion().pose().plus(drawn(each.motion().poseOfAnimal())));
        }
        chewing = oscillator(CollarBehaviour.CHEWING);
        restless = IntStream.range(0, Samples.AXES)
                .mapToObj(_ -> new LowPass(RESTLESS_CUTOFF_HZ, rateHz))
                .toList();
        sway = IntStream.range(0, Samples.AXES)
                .mapToObj(_ -> new LowPass(SWAY_CUTOFF_HZ, rateHz))
                .toList();
        poseWander = IntStream.range(0, Samples.AXES)
                .mapToObj(_ -> new Wander(POSE_WANDER_SECONDS, SLOW_STEP_SECONDS, random))
                .toList();
        strengthWander = new Wander(STRENGTH_WANDER_SECONDS, SLOW_STEP_SECONDS, random);
        chewingWander = new Wander(CHEWING_WANDER_SECONDS, SLOW_STEP_SECONDS, random);
        animalStrength = ANIMAL_STRENGTH_SD * random.nextGaussian();
        noiseMg = LEAST_NOISE_MG + NOISE_RANGE_MG * random.nextDouble();
        samplesPerStep = (int) Math.max(1, Math.round(SLOW_STEP_SECONDS * rateHz));
        behaviour = CollarBehaviour.STANDING;
        pose = behaviour.motion().pose();
    }

    /** What the animal does at the sample that {@link #next} gave last. */
    String label() {
        return behaviour.label();
    }

    /** The next sample in steps of 1 mg, x, y and z. */
    void next(int[] mg) {
        if (leftSamples == 0) {
            startBout();
        }
        leftSamples--;
        if (leftInStep == 0) {
            stepSlowly();
            leftInStep = samplesPerStep;
        }
        leftInStep--;
        move();
        mounting.apply(g);
        for (int axis = 0; axis < Samples.AXES; axis++) {
            double noisy = 1000 * g[axis] + noiseMg * random.nextGaussian();
            mg[axis] = Math.clamp(Math.round(noisy), -FULL_SCALE_MG, FULL_SCALE_MG - 1);
        }
    }

    private void startBout() {
        behaviour = script.next();
        leftSamples = Math.max(1, Math.round(script.lengthSeconds() * rateHz));
        boutPose = poses.getOrDefault(behaviour, behaviour.motion().pose())
                .plus(drawn(behaviour.motion().poseOfBout()));
        boutStrength = random.nextGaussian();
        leftInStep = 0;
    }

    private void stepSlowly() {
        var motion = behaviour.motion();
        double near = 1 - StrictMath.exp(-SLOW_STEP_SECONDS / CHANGE_SECONDS);
        var wander = new Axes(
                motion.poseOfBout().x() * poseWander.get(0).step(random),
                motion.poseOfBout().y() * poseWander.get(1).step(random),
                motion.poseOfBout().z() * poseWander.get(2).step(random));
        var target = boutPose.plus(wander).unit();
        pose = pose.times(1 - near).plus(target.times(near));
        double log10 = animalStrength + motion.intensitySd() * (0.6 * boutStrength + 0.8 * strengthWander.step(random));
        strength += near * (StrictMath.pow(10, log10) - strength);
        boolean chews = chewingWander.step(random) < threshold(motion.chewing());
        chewingStrength += near * ((chews ? StrictMath.pow(10, log10) : 0) - chewingStrength);
        boolean jolts = behaviour == CollarBehaviour.STANDING && random.nextDouble() < JOLTS_PER_STEP;
        jolt = jolts ? JOLT_STRENGTH : jolt * (1 - near);
    }

    private void move() {
        var motion = behaviour.motion();
        double loud = strength * (1 + jolt);
        g[0] = pose.x() + loud * (motion.swayG().x() * sway.get(0).step(random) + part(restless.get(0), motion, 0));
        g[1] = pose.y() + loud * (motion.swayG().y() * sway.get(1).step(random) + part(restless.get(1), motion, 1));
        g[2] = pose.z() + loud * (motion.swayG().z() * sway.get(2).step(random) + part(restless.get(2), motion, 2));
        var oscillators = tones.getOrDefault(behaviour, List.of());
        for (int i = 0; i < oscillators.size(); i++) {
            oscillators.get(i).step(random);
            add(oscillators.get(i), motion.tones().get(i), strength);
        }
        if (motion.chewing() > 0) {
            chewing.step(random);
            add(chewing, CollarBehaviour.CHEWING, chewingStrength);
        }
    }

    private double part(LowPass noise, Motion motion, int axis) {
        var strengths = motion.restlessG();
        double g1 = axis == 0 ? strengths.x() : axis == 1 ? strengths.y() : strengths.z();
        return g1 * noise.step(random);
    }

    private void add(Oscillator oscillator, Tone tone, double loud) {
        double re = loud * oscillator.re();
        double im = loud * oscillator.im();
        g[0] += tone.inPhaseG().x() * re + tone.quadratureG().x() * im;
        g[1] += tone.inPhaseG().y() * re + tone.quadratureG().y() * im;
        g[2] += tone.inPhaseG().z() * re + tone.quadratureG().z() * im;
    }

    private Oscillator oscillator(Tone tone) {
        double hertz = tone.hertz() + tone.spreadHz() * random.nextGaussian();
        return new Oscillator(hertz, tone.bandwidthHz(), rateHz, random);
    }

    private Axes drawn(Axes sd) {
        return new Axes(sd.x() * random.nextGaussian(), sd.y() * random.nextGaussian(), sd.z() * random.nextGaussian());
    }

    /** Below which a normal variable lies with the given probability, by the logistic approximation (within 0.02). */
    private static double threshold(double probability) {
        return probability <= 0 ? -100 : StrictMath.log(probability / (1 - probability)) / 1.702;
    }
}
