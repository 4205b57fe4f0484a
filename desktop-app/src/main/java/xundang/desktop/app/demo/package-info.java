/**
 * The product shown as a story: real windows, a real server process, real kills. Everything in it is marked 示例; it drives the same
 * application that {@code ./xundang desktop} starts, through keys and clicks only.
 */
@NullMarked
package xundang.desktop.app.demo;

import org.jspecify.annotations.NullMarked;
