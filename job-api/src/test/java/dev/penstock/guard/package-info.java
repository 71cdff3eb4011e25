/**
 * The guards of the code's shape, used by one {@code ArchitectureTest} in each module: floors, cycles, purity of the rules
 * ({@link dev.penstock.guard.ArchitectureRules}) and sizes ({@link dev.penstock.guard.CodeBudget}). What may break a budget stands
 * in {@link dev.penstock.guard.Exemption}, each with its reason, and nowhere else.
 */
@NullMarked
package dev.penstock.guard;

import org.jspecify.annotations.NullMarked;
