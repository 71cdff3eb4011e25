package dev.penstock.processor.simulate.measure;

import java.util.Map;

/**
 * What came out of a simulation.
 *
 * @param queues figures by queue
 * @param drawn attempts that were not recorded and had to be drawn
 * @param refused submissions that were accepted then and are refused now
 * @param commands that were decided
 */
public record Figures(Map<String, QueueFigures> queues, long drawn, long refused, long commands) {}
