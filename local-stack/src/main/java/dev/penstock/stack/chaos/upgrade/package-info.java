/**
 * Part of the room {@code chaos} (floor 4): a rolling upgrade under load, from the programs of an earlier commit to the present ones.
 * Imports the rest of the room, {@code history}, {@code program}, {@code process}, of the JDK a process builder to run git and Maven.
 *
 * <p>Read {@link dev.penstock.stack.chaos.upgrade.UpgradeRun} first.
 */
@NullMarked
package dev.penstock.stack.chaos.upgrade;

import org.jspecify.annotations.NullMarked;
