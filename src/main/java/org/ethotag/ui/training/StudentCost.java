package org.ethotag.ui.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Normalization;
import org.ethotag.export.ModelBlob;
import org.ethotag.model.NetworkSpec;
import org.ethotag.model.StudentModel;
import org.ethotag.model.Tensor;
import org.ethotag.model.WeightLayout;
import org.ethotag.model.Weights;
import org.ethotag.problem.ProblemException;
import org.ethotag.quantization.QuantizationSettings;
import org.ethotag.quantization.Quantizer;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.WindowSpec;
import org.ethotag.training.StudentShape;

/**
 * What a student costs before it is trained: the very blob is made, of weights that do not matter.
 *
 * @param parameters learnt numbers
 * @param multiplications per window
 * @param tag what it takes there
 */
record StudentCost(long parameters, long multiplications, OnTag tag) {
    private static final float ANY_WEIGHT = 0.1f;

    /** What a student takes on a tag. */
    sealed interface OnTag {}

    /**
     * It fits the tag's arithmetic.
     *
     * @param flashBytes of the blob with 16-bit weights; longer names of classes add their letters
     * @param ramBytes beside the blob while it runs
     */
    record Memory(int flashBytes, int ramBytes) implements OnTag {}

    /** @param reason why it cannot run there, in a sentence */
    record Impossible(String reason) implements OnTag {}

    static StudentCost of(StudentShape shape, int classes, int samples) {
        var spec = shape.network(classes);
        return new StudentCost(spec.parameters(), spec.multiplications(samples), onTag(spec, classes, samples));
    }

    private static OnTag onTag(NetworkSpec spec, int classes, int samples) {
        try {
            var blob = ModelBlob.of(Quantizer.quantize(
                    student(spec, classes, samples), nothing(classes, samples), QuantizationSettings.defaults()));
            return new Memory(blob.size(), blob.scratchBytes());
        } catch (ProblemException problem) {
            return new Impossible(problem.problem().why());
        }
    }

    private static StudentModel student(NetworkSpec spec, int classes, int samples) {
        var tensors = new LinkedHashMap<String, Tensor>();
        for (var slot : WeightLayout.of(spec).slots()) {
            float[] values = new float[Math.toIntExact(slot.size())];
            Arrays.fill(values, ANY_WEIGHT);
            tensors.put(slot.name(), Tensor.of(slot.shape(), values));
        }
        return new StudentModel(
                spec,
                new Weights(tensors),
                new Normalization(List.of(0f, 0f, 0f), List.of(1f, 1f, 1f)),
                new WindowSpec(samples, samples),
                new SampleRate(1),
                names(classes));
    }

    private static Dataset nothing(int classes, int samples) {
        return new Dataset(names(classes), new SampleRate(1), new WindowSpec(samples, samples), List.of(), List.of());
    }

    private static List<String> names(int classes) {
        return IntStream.range(0, classes).mapToObj(i -> "class " + i).toList();
    }
}
