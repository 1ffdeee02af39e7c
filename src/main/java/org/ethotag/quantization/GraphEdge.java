package org.ethotag.quantization;

/**
 * One edge of the quantized graph.
 *
 * @param name which values flow here
 * @param width how many values per step
 * @param format what an integer stands for
 * @param lowest no integer on this edge can be below
 * @param highest no integer on this edge can be above
 */
public record GraphEdge(EdgeName name, int width, QFormat format, long lowest, long highest) {}
