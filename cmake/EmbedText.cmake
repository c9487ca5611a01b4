# SPDX-License-Identifier: GPL-2.0-or-later
# cmake -D OUTPUT=FILE.c -D INPUTS=DIR/NAME.EXT;... -P EmbedText.cmake
# makes 'const char sg_NAME_EXT[]', a string, of every input.
set(text "/* Made by EmbedText.cmake of ${INPUTS}. */\n#include \"report/html_page.h\"\n")
foreach(input ${INPUTS})
	get_filename_component(name ${input} NAME)
	string(REPLACE "." "_" name ${name})
	file(READ ${input} bytes HEX)
	string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
	string(APPEND text "\nconst char sg_${name}[] = {${bytes}'\\0'};\n")
endforeach()
file(WRITE ${OUTPUT} "${text}")
