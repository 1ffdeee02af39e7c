package org.ethotag.ui;

import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/**
 * One page of the main window.
 *
 * @param id short and stable, for settings and tests
 * @param title what the rail says
 * @param icon what the rail shows
 * @param node what the page shows
 */
record Page(String id, String title, Ikon icon, Node node) {}
