@org.jspecify.annotations.NullMarked
package dev.penstock.processor.cron;
