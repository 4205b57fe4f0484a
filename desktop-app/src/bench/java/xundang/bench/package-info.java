/** Benchmarks of the desktop: ratios within one run where that is possible, because machines differ and are noisy. */
@NullMarked
package xundang.bench;

import org.jspecify.annotations.NullMarked;
