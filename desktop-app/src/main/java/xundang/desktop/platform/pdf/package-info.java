/** Paper: A4 pages with flowing text, tables and pictures, as PDF with the program's own Chinese font embedded. */
@NullMarked
package xundang.desktop.platform.pdf;

import org.jspecify.annotations.NullMarked;
