/**
 * What a model costs a kind of tag: memory, instructions, time and days of battery, all estimated.
 *
 * <p>Owns: {@link org.ethotag.flash.cost.ModelCost} and {@link org.ethotag.flash.cost.BatteryForecast} with their
 * assumptions. In and out: a quantized graph and a tag profile become figures. Must not: measure anything, or call an
 * estimate a measurement. Start reading at {@link org.ethotag.flash.cost.ModelCost}.
 */
@NullMarked
package org.ethotag.flash.cost;

import org.jspecify.annotations.NullMarked;
