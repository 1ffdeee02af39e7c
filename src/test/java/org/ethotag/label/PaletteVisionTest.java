package org.ethotag.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Whether colours stay apart for people who see fewer of them. Vision without one kind of cone: the matrices for severity 1.0
 * of Machado, Oliveira, Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (IEEE TVCG 15(6),
 * 2009, table 1), on linear sRGB. Distance: CIE 1976 in L*a*b* under D65; 2.3 is just noticeable (Mahy and others 1994).
 */
class PaletteVisionTest {
    /** Four times what is just noticeable: thin bars on a trace, looked at one after the other. */
    private static final double APART = 10;

    private static final Map<String, double[][]> VISION = Map.of(
            "all cones", new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
            "protanopia",
                    new double[][] {
                        {0.152286, 1.052583, -0.204868},
                        {0.114503, 0.786281, 0.099216},
                        {-0.003882, -0.048116, 1.051998}
                    },
            "deuteranopia",
                    new double[][] {
                        {0.367322, 0.860646, -0.227968},
                        {0.280085, 0.672501, 0.047413},
                        {-0.011820, 0.042940, 0.968881}
                    },
            "tritanopia",
                    new double[][] {
                        {1.255528, -0.076749, -0.178779},
                        {-0.078411, 0.930809, 0.147602},
                        {0.004733, 0.691367, 0.303900}
                    });

    @TestFactory
    Stream<DynamicTest> everyTwoColoursOfASchemeAreToldApartWithAnyCones() {
        return Palette.schemes().stream()
                .flatMap(scheme -> VISION.keySet().stream()
                        .map(vision -> DynamicTest.dynamicTest(
                                scheme.name() + ", " + vision, () -> apart(scheme.colours(), VISION.get(vision)))));
    }

    @TestFactory
    Stream<DynamicTest> theAxesOfATraceAreToldApartWithAnyCones() {
        var light = List.of("#0067a8", "#c75000", "#00845f"); // ethotag.css, .root
        var dark = List.of("#5cb3ee", "#f0883e", "#35c79a"); // ethotag.css, .root.dark
        return VISION.keySet().stream()
                .flatMap(vision -> Stream.of(light, dark)
                        .map(axes ->
                                DynamicTest.dynamicTest(axes + ", " + vision, () -> apart(axes, VISION.get(vision)))));
    }

    /** Red and green of the same lightness, which the measure must find alike without M cones. */
    @Test
    void theMeasureFindsTwoColoursAlikeThatPeopleConfuse() {
        var green = lab("#7f8000", VISION.get("deuteranopia"));
        var orange = lab("#a87400", VISION.get("deuteranopia"));
        assertThat(distance(green, orange)).isLessThan(APART);
        assertThat(distance(lab("#7f8000", VISION.get("all cones")), lab("#a87400", VISION.get("all cones"))))
                .isGreaterThan(2 * APART);
    }

    private static void apart(List<String> colours, double[][] vision) {
        for (int i = 0; i < colours.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(distance(lab(colours.get(i), vision), lab(colours.get(j), vision)))
                        .as(colours.get(i) + " and " + colours.get(j))
                        .isGreaterThan(APART);
            }
        }
    }

    private static double distance(double[] one, double[] other) {
        return Math.sqrt(
                Math.pow(one[0] - other[0], 2) + Math.pow(one[1] - other[1], 2) + Math.pow(one[2] - other[2], 2));
    }

    private static double[] lab(String colour, double[][] vision) {
        double[] linear = {linear(colour, 1), linear(colour, 3), linear(colour, 5)};
        double[] rgb = times(vision, linear);
        for (int i = 0; i < 3; i++) {
            rgb[i] = Math.clamp(rgb[i], 0, 1);
        }
        double[] xyz = times(
                new double[][] { // sRGB to XYZ, IEC 61966-2-1
                    {0.4124564, 0.3575761, 0.1804375},
                    {0.2126729, 0.7151522, 0.0721750},
                    {0.0193339, 0.1191920, 0.9503041}
                },
                rgb);
        double x = curve(xyz[0] / 0.95047);
        double y = curve(xyz[1]);
        double z = curve(xyz[2] / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double curve(double t) {
        double bend = 6.0 / 29;
        return t > bend * bend * bend ? Math.cbrt(t) : t / (3 * bend * bend) + 4.0 / 29;
    }

    private static double linear(String colour, int at) {
        double value = Integer.parseInt(colour, at, at + 2, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[3];
        for (int i = 0; i < 3; i++) {
            product[i] = matrix[i][0] * vector[0] + matrix[i][1] * vector[1] + matrix[i][2] * vector[2];
        }
        return product;
    }
}
