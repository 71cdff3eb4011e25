package dev.penstock.stack.bench.figure;

/**
 * One thing that was measured.
 *
 * @param key its name in the JSON
 * @param value as the JSON has it; the key says the unit
 * @param name its line in the table
 * @param text what the table says
 */
public record Figure(String key, double value, String name, String text) {}
