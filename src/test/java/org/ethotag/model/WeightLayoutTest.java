package org.ethotag.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeightLayoutTest {
    @Test
    void theStudentsNamesAreThoseOfPyTorch() {
        assertEquals(
                List.of(
                        "gru.weight_ih [96, 3]",
                        "gru.weight_hh [96, 32]",
                        "gru.bias_ih [96]",
                        "gru.bias_hh [96]",
                        "dense1.weight [16, 32]",
                        "dense1.bias [16]",
                        "dense2.weight [4, 16]",
                        "dense2.bias [4]"),
                names(NetworkSpec.student(32, 16, 4)));
    }

    @Test
    void theTeachersBlocksAreNumbered() {
        var names = names(NetworkSpec.resnet(4, 1));
        assertEquals("block1.convolution1.weight [64, 3, 8]", names.getFirst());
        assertEquals("block2.shortcut.convolution.weight [128, 64, 1]", names.get(20 + 15));
        assertEquals("dense.bias [4]", names.getLast());
    }

    /** Counted by hand from the published layer sizes: 3 blocks, 64, 128, 128 filters, kernels 8, 5, 3. */
    @Test
    void thePublishedTeacherHasHalfAMillionParameters() {
        long block1 = 3 * 64 * 8 + 64 * 64 * 5 + 64 * 64 * 3 + 3 * 64 + 4 * 2 * 64;
        long block2 = 64 * 128 * 8 + 128 * 128 * 5 + 128 * 128 * 3 + 64 * 128 + 4 * 2 * 128;
        long block3 = 128 * 128 * 8 + 128 * 128 * 5 + 128 * 128 * 3 + 4 * 2 * 128;
        assertEquals(
                block1 + block2 + block3 + 128 * 4 + 4, NetworkSpec.resnet(4, 1).parameters());
    }

    @Test
    void parametersAreAllThatTheGradientChanges() {
        var spec = NetworkSpec.resnet(5, 0.25);
        assertEquals(
                spec.parameters(),
                WeightLayout.of(spec).slots().stream()
                        .filter(slot -> slot.role().learnt())
                        .mapToLong(WeightLayout.Slot::size)
                        .sum());
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() {
        var small = WeightLayout.of(NetworkSpec.student(4, 16, 4));
        var large = WeightLayout.of(NetworkSpec.student(8, 16, 4));
        var weights = small.weights(new float[(int) small.size()]);
        assertThrows(IllegalArgumentException.class, () -> large.check(weights));
    }

    private static List<String> names(NetworkSpec spec) {
        return WeightLayout.of(spec).slots().stream()
                .map(slot -> slot.name() + " " + slot.shape())
                .toList();
    }
}
