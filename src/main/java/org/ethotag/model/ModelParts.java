package org.ethotag.model;

import java.util.List;
import org.ethotag.dataset.Normalization;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.WindowSpec;

/** What teacher and student have in common, as a file holds it. */
record ModelParts(
        NetworkSpec spec,
        Weights weights,
        Normalization normalization,
        WindowSpec windows,
        SampleRate rate,
        List<String> classes) {}
