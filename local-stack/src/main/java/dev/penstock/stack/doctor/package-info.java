/**
 * Floor 3: what a Kafka cluster lacks for Penstock, and what that costs. Imports kafka-clients and the api's topics.
 *
 * <p>Read {@link dev.penstock.stack.doctor.Examination} first; the wishes stand in
 * {@link dev.penstock.stack.doctor.Wish}.
 */
@NullMarked
package dev.penstock.stack.doctor;

import org.jspecify.annotations.NullMarked;
