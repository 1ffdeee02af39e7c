package org.ethotag.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.ethotag.dataset.Fold;
import org.ethotag.dataset.Split;
import org.ethotag.evaluation.DecisionTree.Leaf;
import org.ethotag.evaluation.DecisionTree.Node;
import org.ethotag.testkit.Datasets;
import org.junit.jupiter.api.Test;

class BaselinesTest {
    @Test
    void theMajorityIsThatOfTheTrainingSide() {
        var dataset = Datasets.of("graze", "rest")
                .window("a", 1)
                .window("a", 1)
                .window("a", 0)
                .window("b", 0)
                .window("b", 0)
                .build();
        var fold = Split.holdOut(dataset, Set.of("b"));
        assertThat(Baselines.majority(dataset, fold).answer()).containsExactly(1, 1);
    }

    @Test
    void theTwoNumbersAreSpreadOfTheNormAndMeanOfZ() {
        // norms 5, 5, 13, 13: mean 9, standard deviation 4; z 0, 0, 12, -12
        float[] values = {3, 3, 3, 3, 4, 4, 4, 4, 0, 0, 12, -12};
        assertThat(Baselines.features(values)).containsExactly(new double[] {4, 0}, within(1e-9));
    }

    @Test
    void aTreeAsksWhereTheClassesPart() {
        double[][] features = {{1, 0}, {2, 9}, {3, 1}, {10, 2}, {11, 8}};
        assertThat(DecisionTree.learn(features, new int[] {0, 0, 0, 1, 1}, 2, 3))
                .isEqualTo(new Node(0, 6.5, new Leaf(0), new Leaf(1)));
    }

    @Test
    void twoQuestionsSeparateThreeClasses() {
        double[][] features = {{1, 0}, {1, 5}, {9, 0}, {9, 5}, {1, 0}, {9, 0}};
        int[] labels = {0, 1, 2, 2, 0, 2};
        var tree = DecisionTree.learn(features, labels, 3, 2);
        for (int i = 0; i < labels.length; i++) {
            assertThat(tree.classOf(features[i])).isEqualTo(labels[i]);
        }
    }

    @Test
    void aTreeIsNoDeeperThanAsked() {
        double[][] features = {{1}, {2}, {3}};
        assertThat(DecisionTree.learn(features, new int[] {0, 1, 1}, 2, 0)).isEqualTo(new Leaf(1));
    }

    @Test
    void bothBaselinesAnswerForEveryFold() {
        var building = Datasets.of("graze", "rest");
        for (int i = 0; i < 12; i++) {
            building.window("a" + i % 3, i % 2);
        }
        var dataset = building.build();
        List<Fold> folds = Split.leaveOneAnimalOut(dataset);
        var baselines = Baselines.crossValidated(dataset, folds);
        assertThat(baselines).containsOnlyKeys(Baselines.MAJORITY, Baselines.TREE);
        assertThat(baselines.values()).allMatch(predictions -> predictions.size() == 12);
    }
}
