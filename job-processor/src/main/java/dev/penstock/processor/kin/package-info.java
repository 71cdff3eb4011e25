/**
 * Floor 1, rules: who belongs to whom, and whose turn it is. A book of small entries that follows from the jobs alone.
 *
 * <p>Imports job-api's words and fold. Start with {@link dev.penstock.processor.kin.FamilyBook}; the store under it is
 * {@link dev.penstock.processor.kin.KinStore}.
 */
@NullMarked
package dev.penstock.processor.kin;

import org.jspecify.annotations.NullMarked;
