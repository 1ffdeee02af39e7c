package org.ethotag.ui.evaluation;

import java.util.Map;
import javafx.scene.Node;
import org.ethotag.picture.Picture;

/** One way to look at a run. */
interface ComparisonTab {
    /** Names its texts and ids. */
    String id();

    Node content();

    /** Shows what the view model has now; called when the tab is in front. */
    void refresh();

    /** What it shows, as pictures by file name without ending. */
    Map<String, Picture> pictures();
}
