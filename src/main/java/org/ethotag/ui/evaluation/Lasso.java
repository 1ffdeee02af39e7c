package org.ethotag.ui.evaluation;

import java.util.ArrayList;
import java.util.List;

/** A closed line drawn by hand. */
final class Lasso {
    private final List<double[]> corners = new ArrayList<>();

    /** A square around a place. */
    static Lasso square(double x, double y, double half) {
        var lasso = new Lasso();
        lasso.add(x - half, y - half);
        lasso.add(x + half, y - half);
        lasso.add(x + half, y + half);
        lasso.add(x - half, y + half);
        return lasso;
    }

    void add(double x, double y) {
        corners.add(new double[] {x, y});
    }

    int size() {
        return corners.size();
    }

    double x(int corner) {
        return corners.get(corner)[0];
    }

    double y(int corner) {
        return corners.get(corner)[1];
    }

    /** Whether a place is inside: an odd number of sides lies to its right (crossing number, Shimrat 1962). */
    boolean holds(double x, double y) {
        boolean inside = false;
        for (int i = 0, k = corners.size() - 1; i < corners.size(); k = i++) {
            double yi = y(i);
            double yk = y(k);
            if (yi > y != yk > y && x < (x(k) - x(i)) * (y - yi) / (yk - yi) + x(i)) {
                inside = !inside;
            }
        }
        return inside;
    }
}
