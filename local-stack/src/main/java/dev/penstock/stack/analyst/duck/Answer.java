package dev.penstock.stack.analyst.duck;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a question gave.
 *
 * @param columns their names
 * @param rows their values, in the order of the columns
 * @param cut whether there were more rows
 */
public record Answer(List<String> columns, List<List<@Nullable Object>> rows, boolean cut) {}
