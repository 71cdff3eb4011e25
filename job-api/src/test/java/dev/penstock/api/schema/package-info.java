/**
 * The published language, held to what is written down: schemas, fixtures, vocabulary, golden folds.
 *
 * <p>Start with {@link dev.penstock.api.schema.Message}: the list of everything that is ever written to a topic.
 */
package dev.penstock.api.schema;
