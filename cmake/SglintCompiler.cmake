# SPDX-License-Identifier: GPL-2.0-or-later
# Warnings are errors; C11 for everything but the front end.
set(CMAKE_C_STANDARD 11)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS ON)
set(CMAKE_CXX_STANDARD 17)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
	set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

option(SGLINT_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(SGLINT_FUZZ "Build the libFuzzer targets of tests/fuzz (needs Clang)" OFF)

set(SGLINT_C_WARNINGS -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes
	-Wmissing-prototypes -Wvla -Wformat=2 -Werror)
set(SGLINT_CXX_WARNINGS -Wall -Wextra -Werror -Wno-unused-parameter)

add_library(sglint_flags INTERFACE)
target_include_directories(sglint_flags INTERFACE
	${CMAKE_SOURCE_DIR}/checker ${CMAKE_BINARY_DIR}/generated)
target_compile_definitions(sglint_flags INTERFACE _GNU_SOURCE)
target_compile_options(sglint_flags INTERFACE
	"$<$<COMPILE_LANGUAGE:C>:${SGLINT_C_WARNINGS}>"
	"$<$<COMPILE_LANGUAGE:CXX>:${SGLINT_CXX_WARNINGS}>")
if(SGLINT_SANITIZE)
	target_compile_options(sglint_flags INTERFACE
		-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer -O1)
	target_link_options(sglint_flags INTERFACE -fsanitize=address,undefined)
endif()
