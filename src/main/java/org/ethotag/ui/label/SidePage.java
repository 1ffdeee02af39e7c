package org.ethotag.ui.label;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/**
 * One page of the area beside the trace.
 *
 * @param id prefix of the ids of its button and content, for tests and style
 * @param title what its button's tooltip and a screen reader say
 */
public record SidePage(String id, String title, Feather icon, Node content) {}
